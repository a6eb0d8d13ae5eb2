-- An item's picture.
-- @optional
SELECT media_type, digest, content FROM item_picture WHERE store_id = :store_id AND item_no = :item_no
