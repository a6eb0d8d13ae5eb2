-- The facts recorded in `cap`, each with its event.
-- @many
-- @integer from_month
SELECT event_seq, cap_no, cap, from_month, amount_minor, action, reason, roll_over, roll_over_most_minor, warn_percent
FROM cap
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, cap_no
