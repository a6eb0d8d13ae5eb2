-- Stores the folded texts of the rows of a batch.
-- @each recipe_no, name_folded
UPDATE recipe t
SET name_folded = r.name_folded
FROM unnest(CAST(:recipe_no AS bigint[]), CAST(:name_folded AS text[])) AS r (recipe_no, name_folded)
WHERE t.store_id = :store_id AND t.recipe_no = r.recipe_no
