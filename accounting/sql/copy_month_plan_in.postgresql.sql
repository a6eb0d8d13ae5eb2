-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO month_plan (store_id, month, recipe_no, recipe_version, summary, event_seq)
SELECT CAST(:store_id AS bigint), r.month, r.recipe_no, r.recipe_version, r.summary, r.event_seq
FROM unnest(CAST(:month AS bigint[]), CAST(:recipe_no AS bigint[]), CAST(:recipe_version AS bigint[]),
    CAST(:summary AS text[]), CAST(:event_seq AS bigint[]))
    AS r (month, recipe_no, recipe_version, summary, event_seq)
