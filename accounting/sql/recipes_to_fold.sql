-- Recipes after one, with their names and how these are kept folded. Binds: store_id, after (a number), most.
-- Returns: recipe_no, name, name_folded, name_twin; once for all versions that say the same.
SELECT DISTINCT recipe_no, name, name_folded, name_twin
FROM recipe
WHERE store_id = :store_id AND recipe_no > :after
ORDER BY recipe_no, name, name_folded, name_twin
LIMIT :most
