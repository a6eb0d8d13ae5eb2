-- Tells who nominated a recipient why they were taken off the list of a month.
UPDATE nomination
SET answer = :answer
WHERE store_id = :store_id AND month = :month AND recipient_no = :recipient_no AND state = 'open'
