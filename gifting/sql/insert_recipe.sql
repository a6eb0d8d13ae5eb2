-- Adds a version of a recipe; labor_minutes may be null.
INSERT INTO recipe (store_id, recipe_no, version, name, labor_minutes, event_seq, name_folded, name_twin)
SELECT CAST(:store_id AS bigint), CAST(:recipe_no AS bigint), CAST(:version AS bigint), CAST(:name AS text),
    CAST(:labor_minutes AS bigint), CAST(:event_seq AS bigint), CAST(:name_folded AS text),
        COALESCE(MAX(b.name_twin), 0)
FROM recipe b
WHERE b.store_id = :store_id AND b.recipe_no = :recipe_no
