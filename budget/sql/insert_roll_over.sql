-- Stores what of a cap rolls over into a month.
INSERT INTO cap_roll_over (store_id, month, cap, amount_minor)
VALUES (:store_id, :month, :cap, :amount)
