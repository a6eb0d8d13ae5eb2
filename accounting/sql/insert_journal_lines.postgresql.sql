-- Adds lines of a batch.
INSERT INTO journal_line (store_id, batch_no, entry_no, line_no, entry_on, fact, fact_event, subject, control, role,
    account, amount_minor, department)
SELECT CAST(:store_id AS bigint), CAST(:batch_no AS bigint), r.entry_no, r.line_no, r.entry_on, r.fact, r.fact_event,
    r.subject, r.control, r.role, r.account, r.amount, r.department
FROM unnest(CAST(:entry_no AS bigint[]), CAST(:line_no AS bigint[]), CAST(:entry_on AS bigint[]),
    CAST(:fact AS text[]), CAST(:fact_event AS bigint[]), CAST(:subject AS text[]), CAST(:control AS text[]),
    CAST(:role AS text[]), CAST(:account AS text[]), CAST(:amount AS bigint[]), CAST(:department AS text[]))
    AS r (entry_no, line_no, entry_on, fact, fact_event, subject, control, role, account, amount, department)
