-- The number of rows whose folded form an older row already had before folding mattered.
-- @one
SELECT CAST(COUNT(*) AS BIGINT) AS twins
FROM (
    SELECT item_no FROM item WHERE store_id = :store_id AND sku_twin <> 0
    UNION ALL
    SELECT recipient_no FROM recipient WHERE store_id = :store_id AND code_twin <> 0
    UNION ALL
    SELECT nomination_no FROM nomination WHERE store_id = :store_id AND adviser_twin <> 0 AND state <> 'withdrawn'
    UNION ALL
    SELECT recipe_no FROM recipe WHERE store_id = :store_id AND name_twin <> 0 AND version = 1) AS t
