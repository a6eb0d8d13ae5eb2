-- Keeps the number and digest of one removed row per run.
-- @each row_no, sku, digest
INSERT INTO removed_row (store_id, kind, row_no, sku, digest, added_event, event_seq)
VALUES (:store_id, :kind, :row_no, :sku, :digest, :added_event, :event_seq)
