-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO recipe (store_id, recipe_no, version, name, labor_minutes, event_seq, name_folded, name_twin)
SELECT CAST(:store_id AS bigint), r.recipe_no, r.version, r.name, r.labor_minutes, r.event_seq, r.name_folded,
    r.name_twin
FROM unnest(CAST(:recipe_no AS bigint[]), CAST(:version AS bigint[]), CAST(:name AS text[]),
    CAST(:labor_minutes AS bigint[]), CAST(:event_seq AS bigint[]), CAST(:name_folded AS text[]),
    CAST(:name_twin AS bigint[]))
    AS r (recipe_no, version, name, labor_minutes, event_seq, name_folded, name_twin)
