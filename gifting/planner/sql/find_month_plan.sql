-- A month's proposal. labor_minutes come from the recipe.
-- @optional
SELECT p.recipe_no, p.recipe_version, r.labor_minutes, p.summary, p.event_seq
FROM month_plan p
LEFT JOIN recipe r ON r.store_id = p.store_id AND r.recipe_no = p.recipe_no AND r.version = p.recipe_version
WHERE p.store_id = :store_id AND p.month = :month
