-- The events that changed an item and left what it said before. Binds: store_id. Returns: until_event.
SELECT until_event FROM item_history WHERE store_id = :store_id ORDER BY until_event
