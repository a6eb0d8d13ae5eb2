-- The rows of one kind that were taken away, by number.
-- @many
SELECT row_no, sku, digest, added_event, event_seq
FROM removed_row
WHERE store_id = :store_id AND kind = :kind
ORDER BY row_no
