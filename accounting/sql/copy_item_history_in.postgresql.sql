-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO item_history (store_id, item_no, until_event, name, category, reorder_level, par_level)
SELECT CAST(:store_id AS bigint), r.item_no, r.until_event, r.name, r.category, r.reorder_level, r.par_level
FROM unnest(CAST(:item_no AS bigint[]), CAST(:until_event AS bigint[]), CAST(:name AS text[]),
    CAST(:category AS text[]), CAST(:reorder_level AS bigint[]), CAST(:par_level AS bigint[]))
    AS r (item_no, until_event, name, category, reorder_level, par_level)
