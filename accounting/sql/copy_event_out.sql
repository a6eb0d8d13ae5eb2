-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT event_seq, recorded_at, actor, action, subject, detail, hash
FROM event
WHERE store_id = :store_id
ORDER BY store_id, event_seq
