-- Removes a view of one's own.
DELETE FROM saved_view WHERE store_id = :store_id AND user_id = :user_id AND page = :page AND name = :name
