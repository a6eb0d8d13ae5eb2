-- Adds all lines of a version of an order.
INSERT INTO order_line (store_id, order_no, version, line_no, item_no, units, cost_minor)
SELECT CAST(:store_id AS bigint), CAST(:order_no AS bigint), CAST(:version AS bigint), r.line_no, r.item_no, r.units,
    r.cost
FROM unnest(CAST(:line_no AS bigint[]), CAST(:item_no AS bigint[]), CAST(:units AS bigint[]), CAST(:cost AS bigint[]))
    AS r (line_no, item_no, units, cost)
