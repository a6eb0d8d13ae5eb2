-- Records once that a recipient was given a box in the month.
-- @each recipient_no
INSERT INTO month_recipient (store_id, month, recipient_no)
VALUES (:store_id, :month, :recipient_no)
ON CONFLICT (store_id, month, recipient_no) DO NOTHING
