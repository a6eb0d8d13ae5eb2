-- Adds all lines of a recipe; sku or category is null.
INSERT INTO recipe_line (store_id, recipe_no, version, line_no, item_no, category, units)
SELECT CAST(:store_id AS bigint), CAST(:recipe_no AS bigint), CAST(:version AS bigint), r.line_no, i.item_no,
    r.category, r.units
FROM unnest(CAST(:line_no AS bigint[]), CAST(:sku AS text[]), CAST(:category AS text[]), CAST(:units AS bigint[]))
    AS r (line_no, sku, category, units)
LEFT JOIN item i ON i.store_id = :store_id AND i.sku = r.sku
