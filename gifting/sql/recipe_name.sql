-- The name of a version of a recipe.
-- @one
SELECT name FROM recipe WHERE store_id = :store_id AND recipe_no = :recipe_no AND version = :version
