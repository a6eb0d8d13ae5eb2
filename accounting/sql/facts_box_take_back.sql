-- The facts recorded in `box_take_back`, each with its event.
-- @many
SELECT event_seq, box_no, given_on, taken_back_on, give_override
FROM box_take_back
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq
