-- Clears the texts of a recipient's nominations.
UPDATE nomination
SET reason = 'anonymized', answer = CASE answer WHEN '' THEN '' ELSE 'anonymized' END
WHERE store_id = :store_id AND recipient_no = :recipient_no
