-- The name of a version of a recipe. Binds: store_id, recipe_no, version. Rows: one or none. Returns: name.
SELECT name FROM recipe WHERE store_id = :store_id AND recipe_no = :recipe_no AND version = :version
