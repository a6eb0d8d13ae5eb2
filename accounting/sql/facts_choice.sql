-- What events recorded in `choice`. Binds: store_id, after, upto (events). Returns: event, the columns of a fact.
SELECT event_seq, month, recipient_no, chosen_by
FROM choice
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, month, recipient_no
