-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO nomination (store_id, nomination_no, month, recipient_no, adviser, department, reason, state, answer, event_seq,
    adviser_folded, adviser_twin)
SELECT CAST(:store_id AS bigint), r.nomination_no, r.month, r.recipient_no, r.adviser, r.department, r.reason,
    r.state, r.answer, r.event_seq, r.adviser_folded, r.adviser_twin
FROM unnest(CAST(:nomination_no AS bigint[]), CAST(:month AS bigint[]), CAST(:recipient_no AS bigint[]),
    CAST(:adviser AS text[]), CAST(:department AS text[]), CAST(:reason AS text[]), CAST(:state AS text[]),
    CAST(:answer AS text[]), CAST(:event_seq AS bigint[]), CAST(:adviser_folded AS text[]),
    CAST(:adviser_twin AS bigint[]))
    AS r (nomination_no, month, recipient_no, adviser, department, reason, state, answer, event_seq,
    adviser_folded, adviser_twin)
