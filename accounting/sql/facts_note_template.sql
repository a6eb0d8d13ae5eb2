-- What events recorded in `note_template`. Binds: store_id, after, upto (events). Returns: event, the columns of a fact.
SELECT event_seq, version, wording, signers
FROM note_template
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, version
