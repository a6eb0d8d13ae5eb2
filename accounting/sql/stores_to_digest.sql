-- Every store with its position, using only columns of the schema in which digests began, and the time of its last
-- event.
-- @many
SELECT s.store_id, s.code, s.name, s.currency, b.labor_rate_minor, b.closed_through, b.last_event, b.chain_hash,
    COALESCE(e.recorded_at, s.created_at) AS recorded_at
FROM store s
JOIN store_books b ON b.store_id = s.store_id
LEFT JOIN event e ON e.store_id = b.store_id AND e.event_seq = b.last_event
ORDER BY s.store_id
