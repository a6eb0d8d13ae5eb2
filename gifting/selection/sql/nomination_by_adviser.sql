-- An adviser's nominations of a recipient for a month, without withdrawn ones. Older stores may have more than one.
-- @optional
SELECT nomination_no, state, answer
FROM nomination
WHERE store_id = :store_id AND month = :month AND recipient_no = :recipient_no
    AND adviser_folded = :adviser_folded AND state <> 'withdrawn'
ORDER BY nomination_no
