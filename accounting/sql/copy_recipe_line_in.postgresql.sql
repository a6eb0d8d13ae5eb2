-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO recipe_line (store_id, recipe_no, version, line_no, item_no, category, units)
SELECT CAST(:store_id AS bigint), r.recipe_no, r.version, r.line_no, r.item_no, r.category, r.units
FROM unnest(CAST(:recipe_no AS bigint[]), CAST(:version AS bigint[]), CAST(:line_no AS bigint[]),
    CAST(:item_no AS bigint[]), CAST(:category AS text[]), CAST(:units AS bigint[]))
    AS r (recipe_no, version, line_no, item_no, category, units)
