-- The facts recorded in `recipe_line`, each with its event.
-- @many
-- @null sku
SELECT r.event_seq, l.recipe_no, l.version, l.line_no, i.sku, l.category, l.units
FROM recipe r
JOIN recipe_line l ON l.store_id = r.store_id AND l.recipe_no = r.recipe_no AND l.version = r.version
LEFT JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
WHERE r.store_id = :store_id AND r.event_seq > :after AND r.event_seq <= :upto
ORDER BY r.event_seq, l.recipe_no, l.version, l.line_no
