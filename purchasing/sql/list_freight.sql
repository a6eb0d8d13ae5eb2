-- The freight before a number, newest first, with the day it was reversed.
-- @many
-- @null reversed_on
SELECT f.freight_no, f.delivery_no, f.amount_minor, f.shared_by, f.supplier, f.reference, r.reversed_on
FROM freight f
LEFT JOIN freight_reversal r ON r.store_id = f.store_id AND r.freight_no = f.freight_no
WHERE f.store_id = :store_id AND f.freight_no < :before
ORDER BY f.freight_no DESC
LIMIT :most
