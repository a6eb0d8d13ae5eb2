-- Approves everybody on a month's list who is not approved yet.
UPDATE selection
SET approved_by = :approved_by, approved_event = :approved_event
WHERE store_id = :store_id AND month = :month AND approved_event = 0
