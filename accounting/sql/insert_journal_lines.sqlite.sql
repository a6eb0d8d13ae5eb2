-- Adds one line of a batch per run.
-- @each entry_no, line_no, entry_on, fact, fact_event, subject, control, role, account, amount, department
INSERT INTO journal_line (store_id, batch_no, entry_no, line_no, entry_on, fact, fact_event, subject, control, role,
    account, amount_minor, department)
VALUES (:store_id, :batch_no, :entry_no, :line_no, :entry_on, :fact, :fact_event, :subject, :control, :role, :account,
    :amount, :department)
