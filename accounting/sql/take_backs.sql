-- Every time a box was given and taken back, by box and in the order recorded.
-- @many
-- @integer given_on
SELECT box_no, event_seq, given_on, give_override
FROM box_take_back
WHERE store_id = :store_id
ORDER BY box_no, event_seq
