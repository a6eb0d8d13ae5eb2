-- The picture of an item: what the file is, the digest of its bytes (SHA-256), and the bytes in base64. With its rows
-- beside the key and not in it, since one may have some hundred thousand bytes.
CREATE TABLE item_picture (
    store_id bigint NOT NULL,
    item_no bigint NOT NULL,
    media_type text NOT NULL,
    digest text NOT NULL,
    content text NOT NULL,
    CONSTRAINT item_picture_pk PRIMARY KEY (store_id, item_no),
    CONSTRAINT item_picture_item_fk FOREIGN KEY (store_id, item_no) REFERENCES item (store_id, item_no),
    CONSTRAINT item_picture_media_type_ck CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp'))
);
