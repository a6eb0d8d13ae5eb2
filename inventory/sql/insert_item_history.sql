-- Stores an item's attributes from before this event.
INSERT INTO item_history (store_id, item_no, until_event, name, category, reorder_point, par_level)
VALUES (:store_id, :item_no, :until_event, :name, :category, :reorder_point, :par_level)
