-- Updates the remaining units and cost of all lots in a batch, and deletes lots without units.
WITH drawn AS (
    SELECT r.item_no, r.received_on, r.lot_no, r.units_left, r.cost_left
    FROM unnest(CAST(:item_no AS bigint[]), CAST(:received_on AS bigint[]), CAST(:lot_no AS bigint[]),
        CAST(:units_left AS bigint[]), CAST(:cost_left AS bigint[]))
        AS r (item_no, received_on, lot_no, units_left, cost_left)
), gone AS (
    DELETE FROM open_lot o
    USING drawn d
    WHERE o.store_id = :store_id AND o.item_no = d.item_no AND o.received_on = d.received_on AND o.lot_no = d.lot_no
        AND d.units_left = 0
)
UPDATE open_lot o
SET units_left = d.units_left, cost_left_minor = d.cost_left
FROM drawn d
WHERE o.store_id = :store_id AND o.item_no = d.item_no AND o.received_on = d.received_on AND o.lot_no = d.lot_no
    AND d.units_left > 0
