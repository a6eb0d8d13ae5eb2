-- The number of the newest recipe, 0 if there is none.
-- @one
SELECT COALESCE(MAX(recipe_no), 0) AS recipe_no
FROM recipe
WHERE store_id = :store_id
