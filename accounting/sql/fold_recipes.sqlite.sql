-- Stores the folded texts of one row per run.
-- @each recipe_no, name_folded
UPDATE recipe SET name_folded = :name_folded WHERE store_id = :store_id AND recipe_no = :recipe_no
