-- What moved after a month, until the end of another one: gift items and packaging.
-- @many
SELECT i.kind, CAST(SUM(m.units) AS BIGINT) AS units, CAST(SUM(m.cost_minor) AS BIGINT) AS cost_minor
FROM month_total t
JOIN movement m ON m.store_id = t.store_id AND m.seq BETWEEN t.first_movement AND t.last_movement
    AND m.moved_on / 100 = t.month
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
WHERE t.store_id = :store_id AND t.month > :month AND t.month <= :last_month AND t.first_movement > 0
GROUP BY i.kind
ORDER BY i.kind
