-- A page of lots: the columns of a fact.
-- @many
-- @integer received_on
SELECT lot_no, item_no, received_on, units, cost_minor, source, reference, supplier, line, reason, delivery_no
FROM lot
WHERE store_id = :store_id AND lot_no > :after AND lot_no <= :upto
ORDER BY lot_no
