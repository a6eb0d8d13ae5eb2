-- The facts recorded in `item_history`, each with its event.
-- @many
SELECT until_event AS event_seq, item_no, until_event, name, category, reorder_point, par_level, sku, sku_folded
FROM item_history
WHERE store_id = :store_id AND until_event > :after AND until_event <= :upto
ORDER BY until_event, item_no
