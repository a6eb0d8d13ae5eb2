-- The kind of every item; items that were taken away count as contents.
-- @many
SELECT item_no, kind, sku FROM item WHERE store_id = :store_id
UNION ALL
SELECT row_no, 'contents', sku FROM removed_row WHERE store_id = :store_id AND kind = 'item'
ORDER BY item_no
