-- What came for each line of some orders, with the units that the lot has now: none once it is reversed, and what it
-- was corrected to.
WITH asked AS MATERIALIZED (
    SELECT order_no FROM unnest(CAST(:order_no AS bigint[])) AS k (order_no)
)
SELECT r.order_no, r.line_no, r.lot_no, r.units, l.units AS lot_units, COALESCE(c.units, l.units) AS units_now,
    l.received_on, v.moved_on AS reversed_on
FROM asked a
JOIN order_receipt r ON r.store_id = :store_id AND r.order_no = a.order_no
JOIN lot l ON l.store_id = r.store_id AND l.lot_no = r.lot_no
LEFT JOIN receipt_correction c ON c.store_id = r.store_id AND c.lot_no = r.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = r.store_id AND x.lot_no = r.lot_no)
LEFT JOIN movement v ON v.store_id = r.store_id AND v.lot_no = r.lot_no AND v.kind = 'reversal'
ORDER BY r.order_no, r.line_no, r.lot_no
