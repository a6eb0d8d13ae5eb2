-- Records the next step of a box.
UPDATE box
SET state = :state, month = :month, given_on = :given_on, unpacked_on = :unpacked_on, give_override = :give_override
WHERE store_id = :store_id AND box_no = :box_no
