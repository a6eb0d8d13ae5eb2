-- Stores an item's picture in place of an earlier one.
INSERT INTO item_picture (store_id, item_no, media_type, digest, content)
VALUES (:store_id, :item_no, :media_type, :digest, :content)
ON CONFLICT (store_id, item_no) DO UPDATE SET
    media_type = excluded.media_type, digest = excluded.digest, content = excluded.content
