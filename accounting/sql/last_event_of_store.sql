-- How far the events of a store go, in books of any schema. Binds: code of the store. Returns: the last one's number, null when there is no such store.
SELECT MAX(e.event_seq)
FROM store s
JOIN event e ON e.store_id = s.store_id
WHERE s.code = :code
