-- Clears the texts of a recipient's selections, and keeps that there were warnings.
UPDATE selection
SET warnings = CASE warnings WHEN '' THEN '' ELSE 'anonymized' END,
    exception_reason = CASE exception_reason WHEN '' THEN '' ELSE 'anonymized' END
WHERE store_id = :store_id AND recipient_no = :recipient_no
