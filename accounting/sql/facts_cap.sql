-- What events recorded in `cap`. Binds: store_id, after, upto (events). Returns: event, the columns of a fact.
SELECT event_seq, cap_no, cap, from_month, amount_minor, action, reason
FROM cap
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, cap_no
