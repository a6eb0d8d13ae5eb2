-- What an adviser said of a recipient for a month, unless it was withdrawn. Binds: store_id, month, recipient_no, adviser_folded. Rows: one or none; more of those kept before.
-- Returns: nomination_no, state, answer.
SELECT nomination_no, state, answer
FROM nomination
WHERE store_id = :store_id AND month = :month AND recipient_no = :recipient_no AND adviser_folded = :adviser_folded AND state <> 'withdrawn'
ORDER BY nomination_no
