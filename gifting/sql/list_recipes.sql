-- The newest version of every recipe with its lines, one per row. Category lines have no SKU.
-- @many
-- @null sku
SELECT r.recipe_no, r.version, r.name, r.labor_minutes, i.sku, l.category, l.units
FROM recipe r
JOIN recipe_line l ON l.store_id = r.store_id AND l.recipe_no = r.recipe_no AND l.version = r.version
LEFT JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
WHERE r.store_id = :store_id AND r.version = (
    SELECT MAX(n.version)
    FROM recipe n
    WHERE n.store_id = r.store_id AND n.recipe_no = r.recipe_no)
ORDER BY r.recipe_no, l.line_no
