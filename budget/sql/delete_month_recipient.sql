-- Takes back that a recipient was given a box in the month.
DELETE FROM month_recipient
WHERE store_id = :store_id AND month = :month AND recipient_no = :recipient_no
