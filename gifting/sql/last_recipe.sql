-- The number of the newest recipe; 0 when there is none. Binds: store_id. Returns: recipe_no.
SELECT COALESCE(MAX(recipe_no), 0)
FROM recipe
WHERE store_id = :store_id
