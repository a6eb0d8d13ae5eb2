-- The facts recorded in `import_batch`, each with its event.
-- @many
SELECT event_seq, batch_no, kind, added, changed, first_no, first_movement, last_no
FROM import_batch
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq
