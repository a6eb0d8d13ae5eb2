-- The facts recorded in `note_template`, each with its event.
-- @many
SELECT event_seq, version, wording, signers
FROM note_template
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, version
