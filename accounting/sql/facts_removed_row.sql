-- The facts recorded in `removed_row`, each with its event.
-- @many
SELECT event_seq, row_no, kind, sku, digest, added_event
FROM removed_row
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, row_no
