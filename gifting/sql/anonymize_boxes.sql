-- Clears the override reasons of a recipient, and keeps that there were overrides.
UPDATE box
SET pack_override = CASE WHEN pack_override IS NULL THEN NULL ELSE 'anonymized' END,
    give_override = CASE WHEN give_override IS NULL THEN NULL ELSE 'anonymized' END
WHERE store_id = :store_id AND recipient_no = :recipient_no AND (pack_override IS NOT NULL OR give_override IS NOT NULL)
