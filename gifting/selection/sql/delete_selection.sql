-- Takes a recipient off the list of a month.
DELETE FROM selection WHERE store_id = :store_id AND month = :month AND recipient_no = :recipient_no
