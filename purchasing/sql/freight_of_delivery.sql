-- The freight of a delivery, in the order recorded, with the day it was reversed.
-- @many
-- @null reversed_on
SELECT f.freight_no, f.amount_minor, f.shared_by, f.supplier, f.reference, r.reversed_on
FROM freight f
LEFT JOIN freight_reversal r ON r.store_id = f.store_id AND r.freight_no = f.freight_no
WHERE f.store_id = :store_id AND f.delivery_no = :delivery_no
ORDER BY f.freight_no
