-- What is left of all lots of a batch. Binds: store_id, and an array a column.
UPDATE lot
SET units_left = r.units_left, cost_left_minor = r.cost_left
FROM unnest(CAST(:lot_no AS bigint[]), CAST(:units_left AS bigint[]), CAST(:cost_left AS bigint[]))
    AS r (lot_no, units_left, cost_left)
WHERE lot.store_id = :store_id AND lot.lot_no = r.lot_no
