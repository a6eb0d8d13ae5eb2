-- Recipes after a given one, with their names and folded forms, once for versions that are alike.
-- @many
SELECT DISTINCT recipe_no, name, name_folded, name_twin
FROM recipe
WHERE store_id = :store_id AND recipe_no > :after
ORDER BY recipe_no, name, name_folded, name_twin
LIMIT :most
