-- The digest of an item's picture, without the picture.
-- @optional
SELECT digest FROM item_picture WHERE store_id = :store_id AND item_no = :item_no
