-- The other boxes given to the recipient in the month.
-- @one
SELECT CAST(COUNT(*) AS BIGINT) AS boxes
FROM box
WHERE store_id = :store_id AND recipient_no = :recipient_no AND state = 'given' AND month = :month
    AND box_no <> :box_no
