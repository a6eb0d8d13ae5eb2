-- Recipes after one, with their names and how these are kept folded; once for all versions that say the same.
-- @many
SELECT DISTINCT recipe_no, name, name_folded, name_twin
FROM recipe
WHERE store_id = :store_id AND recipe_no > :after
ORDER BY recipe_no, name, name_folded, name_twin
LIMIT :most
