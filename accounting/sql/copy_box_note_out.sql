-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT box_no, version, wording, event_seq
FROM box_note
WHERE store_id = :store_id
ORDER BY store_id, box_no
