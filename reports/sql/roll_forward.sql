-- What moved in a month: its kind, gift items or packaging, the source of a receipt, the reason of a write-off, whether
-- units came in, and whether a correction spread freight.
-- @many
-- @integer is_in, is_freight
-- @text source, reason
SELECT x.kind, x.item_kind, x.source, x.reason, x.is_in, x.is_freight, CAST(SUM(x.units) AS BIGINT) AS units,
    CAST(SUM(x.cost_minor) AS BIGINT) AS cost_minor
FROM (
    SELECT m.kind, i.kind AS item_kind, COALESCE(l.source, '') AS source,
        CASE WHEN m.kind = 'write-off' THEN COALESCE(m.reason, '') ELSE '' END AS reason,
        CASE WHEN m.units > 0 THEN 1 ELSE 0 END AS is_in,
        CASE WHEN e.action IN ('stock.freight', 'stock.reverse_freight', 'import.freight') THEN 1 ELSE 0 END
            AS is_freight,
        m.units, m.cost_minor
    FROM month_total t
    JOIN movement m ON m.store_id = t.store_id AND m.seq BETWEEN t.first_movement AND t.last_movement
        AND m.moved_on / 100 = t.month
    JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
    LEFT JOIN lot l ON m.kind = 'receipt' AND l.store_id = m.store_id AND l.lot_no = m.lot_no
    LEFT JOIN event e ON m.kind = 'correction' AND e.store_id = m.store_id AND e.event_seq = m.event_seq
    WHERE t.store_id = :store_id AND t.month = :month AND t.first_movement > 0
) x
GROUP BY x.kind, x.item_kind, x.source, x.reason, x.is_in, x.is_freight
ORDER BY x.kind, x.item_kind, x.source, x.reason, x.is_in, x.is_freight
