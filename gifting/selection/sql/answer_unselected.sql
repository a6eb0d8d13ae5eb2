-- Answers the nominations of a recipient who was taken off a month's list.
UPDATE nomination
SET answer = :answer
WHERE store_id = :store_id AND month = :month AND recipient_no = :recipient_no AND state = 'open'
