-- What rolled over into months after the given one is to be added up again when months are closed.
DELETE FROM cap_roll_over WHERE store_id = :store_id AND month > :month
