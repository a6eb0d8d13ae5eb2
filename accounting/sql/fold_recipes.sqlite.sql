-- Keeps the folded words of one row a run.
-- @each recipe_no, name_folded
UPDATE recipe SET name_folded = :name_folded WHERE store_id = :store_id AND recipe_no = :recipe_no
