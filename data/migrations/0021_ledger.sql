-- Expenses of boxes given have a department, and a role may have an account for one. Empty: none.
ALTER TABLE journal_account ADD COLUMN department text NOT NULL DEFAULT '';
ALTER TABLE journal_line ADD COLUMN department text NOT NULL DEFAULT '';

-- The department that somebody gave a box: the newest row of a box holds.
CREATE TABLE box_department (
    store_id bigint NOT NULL,
    box_no bigint NOT NULL,
    event_seq bigint NOT NULL,
    department text NOT NULL,
    reason text NOT NULL,
    CONSTRAINT box_department_pk PRIMARY KEY (store_id, box_no, event_seq)
) WITHOUT ROWID;
CREATE INDEX box_department_event_ix ON box_department (store_id, event_seq);

-- The department of boxes that have none of their own, from a month on. Of the rows that started by a month, the one
-- with the latest month applies; for the same month, the one set last.
CREATE TABLE default_department (
    store_id bigint NOT NULL,
    event_seq bigint NOT NULL,
    from_month bigint NOT NULL,
    department text NOT NULL,
    CONSTRAINT default_department_pk PRIMARY KEY (store_id, event_seq)
) WITHOUT ROWID;

-- The accounts of the store's own ledger, in the order of their file: those of the newest event hold.
CREATE TABLE chart_account (
    store_id bigint NOT NULL,
    event_seq bigint NOT NULL,
    line_no bigint NOT NULL,
    account text NOT NULL,
    name text NOT NULL,
    CONSTRAINT chart_account_pk PRIMARY KEY (store_id, event_seq, line_no)
) WITHOUT ROWID;
CREATE UNIQUE INDEX chart_account_account_uq ON chart_account (store_id, event_seq, account);

-- The line that booked a giving has the department that its being taken back is booked to.
CREATE INDEX journal_line_given_ix ON journal_line (store_id, fact_event) WHERE fact = 'box given' AND line_no = 1;
-- Whether an earlier batch had an account.
CREATE INDEX journal_line_account_ix ON journal_line (store_id, account, batch_no);
