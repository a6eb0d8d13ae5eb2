-- What an adviser said of a recipient for a month, unless it was withdrawn; more than one of those kept before.
-- @optional
SELECT nomination_no, state, answer
FROM nomination
WHERE store_id = :store_id AND month = :month AND recipient_no = :recipient_no AND adviser_folded = :adviser_folded AND state <> 'withdrawn'
ORDER BY nomination_no
