-- The freight of a delivery, in the order recorded.
-- @many
SELECT freight_no, amount_minor, shared_by, supplier, reference
FROM freight
WHERE store_id = :store_id AND delivery_no = :delivery_no
ORDER BY freight_no
