-- The events that changed an item and stored its earlier attributes.
-- @many
SELECT until_event FROM item_history WHERE store_id = :store_id ORDER BY until_event
