-- Clears the business purposes of a recipient's boxes.
UPDATE box_tax
SET purpose = ''
WHERE store_id = :store_id AND purpose <> '' AND box_no IN (
    SELECT b.box_no FROM box b WHERE b.store_id = :store_id AND b.recipient_no = :recipient_no
    UNION ALL
    SELECT p.box_no FROM planned_box p WHERE p.store_id = :store_id AND p.recipient_no = :recipient_no)
