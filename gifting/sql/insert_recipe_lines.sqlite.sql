-- Adds one line of a recipe per run; sku or category is null.
-- @each line_no, sku, category, units
INSERT INTO recipe_line (store_id, recipe_no, version, line_no, item_no, category, units)
VALUES (:store_id, :recipe_no, :version, :line_no, (
    SELECT i.item_no
    FROM item i
    WHERE i.store_id = :store_id AND i.sku = :sku), :category, :units)
