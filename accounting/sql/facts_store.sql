-- The facts recorded in `store`, each with its event.
-- @many
SELECT e.event_seq, s.code, s.name, s.legal_entity, s.currency, s.created_at, s.sample
FROM store s
JOIN event e ON e.store_id = s.store_id AND e.event_seq = 1
WHERE s.store_id = :store_id AND e.event_seq > :after AND e.event_seq <= :upto
ORDER BY e.event_seq
