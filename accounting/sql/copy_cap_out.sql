-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT cap_no, cap, from_month, amount_minor, action, reason, event_seq
FROM cap
WHERE store_id = :store_id
ORDER BY store_id, cap_no
