-- Opens all lots of a batch.
INSERT INTO open_lot (store_id, item_no, received_on, lot_no, units_left, cost_left_minor)
SELECT CAST(:store_id AS bigint), r.item_no, r.received_on, r.lot_no, r.units_left, r.cost_left
FROM unnest(CAST(:item_no AS bigint[]), CAST(:received_on AS bigint[]), CAST(:lot_no AS bigint[]),
    CAST(:units_left AS bigint[]),
    CAST(:cost_left AS bigint[]))
    AS r (item_no, received_on, lot_no, units_left, cost_left)
