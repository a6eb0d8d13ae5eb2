-- The items taken for a box, one per row, in the order of packing.
-- @many
SELECT i.sku, i.name, i.kind, i.size, CAST(-SUM(m.units) AS BIGINT) AS units,
    CAST(-SUM(m.cost_minor) AS BIGINT) AS cost_minor
FROM movement m
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
WHERE m.store_id = :store_id AND m.seq BETWEEN :first_movement AND :last_movement
GROUP BY i.sku, i.name, i.kind, i.size
ORDER BY MIN(m.seq)
