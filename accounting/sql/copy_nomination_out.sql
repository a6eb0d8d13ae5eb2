-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT nomination_no, month, recipient_no, adviser, department, reason, state, answer, event_seq,
    adviser_folded, adviser_twin
FROM nomination
WHERE store_id = :store_id
ORDER BY store_id, nomination_no
