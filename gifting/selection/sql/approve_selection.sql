-- Approves everybody on a month's list who is not approved yet, or only one of them (0 for everybody).
UPDATE selection
SET approved_by = :approved_by, approved_event = :approved_event
WHERE store_id = :store_id AND month = :month AND approved_event = 0
    AND (CAST(:only_recipient_no AS bigint) = 0 OR recipient_no = :only_recipient_no)
