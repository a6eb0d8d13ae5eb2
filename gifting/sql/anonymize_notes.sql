-- Clears the notes on the boxes of a recipient.
UPDATE box_note
SET wording = ''
WHERE store_id = :store_id AND (
    box_no IN (SELECT box_no FROM box WHERE store_id = :store_id AND recipient_no = :recipient_no)
    OR box_no IN (SELECT box_no FROM planned_box WHERE store_id = :store_id AND recipient_no = :recipient_no))
