-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT version, wording, signers, event_seq, approved_by, approved_event
FROM note_template
WHERE store_id = :store_id
ORDER BY store_id, version
