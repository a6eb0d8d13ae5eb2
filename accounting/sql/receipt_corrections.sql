-- What receipts have from each of their corrections on, by its movement.
-- @many
SELECT seq, lot_no, units, cost_minor
FROM receipt_correction
WHERE store_id = :store_id
ORDER BY seq
