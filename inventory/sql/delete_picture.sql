-- Removes an item's picture.
DELETE FROM item_picture WHERE store_id = :store_id AND item_no = :item_no
