-- Adds units of lots that came for lines of orders.
INSERT INTO order_receipt (store_id, order_no, line_no, lot_no, units, event_seq)
SELECT CAST(:store_id AS bigint), r.order_no, r.line_no, r.lot_no, r.units, CAST(:event_seq AS bigint)
FROM unnest(CAST(:order_no AS bigint[]), CAST(:line_no AS bigint[]), CAST(:lot_no AS bigint[]),
    CAST(:units AS bigint[])) AS r (order_no, line_no, lot_no, units)
