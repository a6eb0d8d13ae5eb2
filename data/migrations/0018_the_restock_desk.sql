-- The SKU that an item had before it was renamed; empty where the row keeps other attributes from before. It still
-- means the item, and closed months show it.
ALTER TABLE item_history ADD COLUMN sku text NOT NULL DEFAULT '';
ALTER TABLE item_history ADD COLUMN sku_folded text NOT NULL DEFAULT '';
CREATE INDEX item_history_sku_ix ON item_history (store_id, sku_folded) WHERE sku_folded <> '';

-- What box_note and note_signature had before a note that nobody had signed was written again. event_seq: the event that
-- wrote it.
CREATE TABLE earlier_note (
    store_id bigint NOT NULL,
    event_seq bigint NOT NULL,
    box_no bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT earlier_note_pk PRIMARY KEY (store_id, event_seq, box_no)
) WITHOUT ROWID;
CREATE TABLE earlier_signature (
    store_id bigint NOT NULL,
    event_seq bigint NOT NULL,
    box_no bigint NOT NULL,
    signer_no bigint NOT NULL,
    signer text NOT NULL,
    CONSTRAINT earlier_signature_pk PRIMARY KEY (store_id, event_seq, box_no, signer_no)
) WITHOUT ROWID;
