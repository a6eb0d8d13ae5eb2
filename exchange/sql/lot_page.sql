-- A page of lots by number.
-- @many
SELECT lot_no, reference, source, supplier, line, reason
FROM lot
WHERE store_id = :store_id AND lot_no > :after AND lot_no <= :upto
ORDER BY lot_no
