-- The items in their current form, with the event that added each.
-- @many
SELECT * FROM item WHERE store_id = :store_id ORDER BY item_no
