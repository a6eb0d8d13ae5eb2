-- Forgets the codes that a recipient had before.
DELETE FROM recipient_alias WHERE store_id = :store_id AND recipient_no = :recipient_no
