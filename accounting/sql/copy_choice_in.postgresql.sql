-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO choice (store_id, month, recipient_no, warnings, despite, chosen_by, event_seq, approved_by, approved_event)
SELECT CAST(:store_id AS bigint), r.month, r.recipient_no, r.warnings, r.despite, r.chosen_by, r.event_seq,
    r.approved_by, r.approved_event
FROM unnest(CAST(:month AS bigint[]), CAST(:recipient_no AS bigint[]), CAST(:warnings AS text[]),
    CAST(:despite AS text[]), CAST(:chosen_by AS text[]), CAST(:event_seq AS bigint[]), CAST(:approved_by AS text[]),
    CAST(:approved_event AS bigint[]))
    AS r (month, recipient_no, warnings, despite, chosen_by, event_seq, approved_by, approved_event)
