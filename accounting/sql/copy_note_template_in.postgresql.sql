-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO note_template (store_id, version, wording, signers, event_seq, approved_by, approved_event)
SELECT CAST(:store_id AS bigint), r.version, r.wording, r.signers, r.event_seq, r.approved_by,
    r.approved_event
FROM unnest(CAST(:version AS bigint[]), CAST(:wording AS text[]), CAST(:signers AS text[]),
    CAST(:event_seq AS bigint[]), CAST(:approved_by AS text[]), CAST(:approved_event AS bigint[]))
    AS r (version, wording, signers, event_seq, approved_by, approved_event)
