-- The names of those from whom a store bought, the earliest receipt first, and of those in its catalog.
-- @many
-- @text supplier
-- @integer first
SELECT n.supplier AS supplier, MIN(n.place) AS first
FROM (
    SELECT COALESCE(c.supplier, l.supplier) AS supplier, l.lot_no AS place
    FROM lot l
    LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.lot_no = l.lot_no
    WHERE l.store_id = :store_id AND l.source = 'purchase'
    UNION ALL
    SELECT i.supplier AS supplier, 1000000000000 + i.item_no AS place
    FROM item i
    WHERE i.store_id = :store_id
) n
WHERE n.supplier <> ''
GROUP BY n.supplier
ORDER BY MIN(n.place), n.supplier
