-- Moves a nomination to the recipient that its own turned out to be.
UPDATE nomination SET recipient_no = :recipient_no WHERE store_id = :store_id AND nomination_no = :nomination_no
