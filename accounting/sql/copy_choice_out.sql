-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT month, recipient_no, warnings, despite, chosen_by, event_seq, approved_by, approved_event
FROM choice
WHERE store_id = :store_id
ORDER BY store_id, month, recipient_no
