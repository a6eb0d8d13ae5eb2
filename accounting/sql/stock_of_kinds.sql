-- The stock now, gift items and packaging.
-- @many
SELECT i.kind, CAST(SUM(o.units_left) AS BIGINT) AS units, CAST(SUM(o.cost_left_minor) AS BIGINT) AS cost_minor
FROM open_lot o
JOIN item i ON i.store_id = o.store_id AND i.item_no = o.item_no
WHERE o.store_id = :store_id
GROUP BY i.kind
ORDER BY i.kind
