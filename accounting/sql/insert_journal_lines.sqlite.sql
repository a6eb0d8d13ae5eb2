-- Adds one line of a batch per run.
-- @each entry_no, line_no, entry_on, fact, fact_event, subject, control, role, account, amount
INSERT INTO journal_line (store_id, batch_no, entry_no, line_no, entry_on, fact, fact_event, subject, control, role,
    account, amount_minor)
VALUES (:store_id, :batch_no, :entry_no, :line_no, :entry_on, :fact, :fact_event, :subject, :control, :role, :account,
    :amount)
