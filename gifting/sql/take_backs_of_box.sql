-- How often a box was given and taken back, in the order recorded, and by whom.
-- @many
SELECT t.given_on, t.taken_back_on, t.give_override, t.reason, e.actor
FROM box_take_back t
JOIN event e ON e.store_id = t.store_id AND e.event_seq = t.event_seq
WHERE t.store_id = :store_id AND t.box_no = :box_no
ORDER BY t.event_seq
