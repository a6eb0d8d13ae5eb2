-- Stores an item's attributes from before this event; the SKU only where it changes.
INSERT INTO item_history (store_id, item_no, until_event, name, category, reorder_point, par_level, sku, sku_folded)
VALUES (:store_id, :item_no, :until_event, :name, :category, :reorder_point, :par_level, :sku, :sku_folded)
