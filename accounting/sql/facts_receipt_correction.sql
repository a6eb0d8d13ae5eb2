-- The facts recorded in `receipt_correction`, each with its event.
-- @many
SELECT event_seq, lot_no, seq, units, cost_minor, reference, supplier
FROM receipt_correction
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, seq
