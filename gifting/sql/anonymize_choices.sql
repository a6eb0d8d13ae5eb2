-- Removes the words of the choices of a recipient; that there were warnings stays.
UPDATE choice
SET warnings = CASE warnings WHEN '' THEN '' ELSE 'anonymized' END, despite = CASE despite WHEN '' THEN '' ELSE 'anonymized' END
WHERE store_id = :store_id AND recipient_no = :recipient_no
