-- Approves a version.
UPDATE note_template
SET approved_by = :approved_by, approved_event = :approved_event
WHERE store_id = :store_id AND version = :version
