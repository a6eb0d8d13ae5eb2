-- A page of lots. Binds: store_id, after, upto (numbers). Returns: the columns of a fact.
SELECT lot_no, item_no, received_on, units, cost_minor, source, reference, supplier, line
FROM lot
WHERE store_id = :store_id AND lot_no > :after AND lot_no <= :upto
ORDER BY lot_no
