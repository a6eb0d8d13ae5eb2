-- Marks a recipient who gets another code as no longer a twin.
UPDATE recipient SET code_twin = 0 WHERE store_id = :store_id AND recipient_no = :recipient_no
