-- Clears the reasons for taking back the boxes of a recipient, and keeps that there were overrides.
UPDATE box_take_back
SET reason = 'anonymized', give_override = CASE WHEN give_override IS NULL THEN NULL ELSE 'anonymized' END
WHERE store_id = :store_id
    AND box_no IN (SELECT box_no FROM box WHERE store_id = :store_id AND recipient_no = :recipient_no)
