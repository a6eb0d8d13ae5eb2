-- A recipe with its lines, one per row: the version asked for, or the newest if it is null. Among older recipes whose
-- names have the same folded form, the one spelled the same, else the first. Category lines have no SKU.
-- @many
-- @null sku
SELECT r.recipe_no, r.version, r.name, r.labor_minutes, i.sku, l.category, l.units
FROM recipe r
JOIN recipe_line l ON l.store_id = r.store_id AND l.recipe_no = r.recipe_no AND l.version = r.version
LEFT JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
WHERE r.store_id = :store_id AND r.recipe_no = (
    SELECT n.recipe_no
    FROM recipe n
    WHERE n.store_id = :store_id AND n.name_folded = :name_folded
    ORDER BY CASE WHEN n.name = :name THEN 0 ELSE 1 END, n.recipe_no
    LIMIT 1) AND r.version = COALESCE(CAST(:version AS bigint), (
    SELECT MAX(n.version)
    FROM recipe n
    WHERE n.store_id = :store_id AND n.recipe_no = r.recipe_no))
ORDER BY l.line_no
