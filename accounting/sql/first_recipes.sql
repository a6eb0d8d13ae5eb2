-- Marks the first of the rows with the same folded form as not a twin.
UPDATE recipe
SET name_twin = 0
WHERE store_id = :store_id AND recipe_no IN (
    SELECT MIN(x.recipe_no)
    FROM recipe x
    WHERE x.store_id = :store_id
    GROUP BY x.name_folded)
