-- Approves whoever is on the list of a month and was not approved yet.
UPDATE selection
SET approved_by = :approved_by, approved_event = :approved_event
WHERE store_id = :store_id AND month = :month AND approved_event = 0
