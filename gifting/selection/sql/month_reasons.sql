-- The reasons for a month's nominations.
-- @many
SELECT recipient_no, adviser, department, reason
FROM nomination
WHERE store_id = :store_id AND month = :month AND state = 'open'
ORDER BY nomination_no
