-- A page of lots. Binds: store_id, after, upto (numbers). Returns: lot_no, reference, source, supplier.
SELECT lot_no, reference, source, supplier
FROM lot
WHERE store_id = :store_id AND lot_no > :after AND lot_no <= :upto
ORDER BY lot_no
