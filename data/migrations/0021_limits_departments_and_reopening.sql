-- What a unit of an item weighs, in grams; freight is shared by it.
ALTER TABLE item ADD COLUMN weight bigint;

-- Freight may be shared by weight. SQLite cannot change a constraint, so the rows move out and back in.
CREATE TABLE freight_moved AS SELECT * FROM freight;
DROP TABLE freight;
CREATE TABLE freight (
    store_id bigint NOT NULL,
    freight_no bigint NOT NULL,
    delivery_no bigint NOT NULL,
    amount_minor bigint NOT NULL,
    shared_by text NOT NULL,
    supplier text NOT NULL,
    reference text NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT freight_pk PRIMARY KEY (store_id, freight_no),
    CONSTRAINT freight_shared_by_ck CHECK (
        shared_by = 'value' OR shared_by = 'units' OR shared_by = 'lots' OR shared_by = 'weight'),
    CONSTRAINT freight_amount_ck CHECK (amount_minor > 0)
) WITHOUT ROWID;
INSERT INTO freight (store_id, freight_no, delivery_no, amount_minor, shared_by, supplier, reference, event_seq)
SELECT store_id, freight_no, delivery_no, amount_minor, shared_by, supplier, reference, event_seq
FROM freight_moved
ORDER BY store_id, freight_no;
DROP TABLE freight_moved;
CREATE INDEX freight_delivery_ix ON freight (store_id, delivery_no);
CREATE INDEX freight_reference_ix ON freight (store_id, reference);
CREATE INDEX freight_event_ix ON freight (store_id, event_seq);

-- Imports of bills and of freight can be undone, too; first_no is that of the first bill or freight.
CREATE TABLE import_batch_moved AS SELECT * FROM import_batch;
DROP TABLE import_batch;
CREATE TABLE import_batch (
    store_id bigint NOT NULL,
    batch_no bigint NOT NULL,
    kind text NOT NULL,
    file_name text NOT NULL,
    event_seq bigint NOT NULL,
    added bigint NOT NULL,
    changed bigint NOT NULL,
    first_no bigint NOT NULL,
    first_movement bigint NOT NULL,
    undone_event bigint NOT NULL,
    undo_reason text NOT NULL,
    CONSTRAINT import_batch_pk PRIMARY KEY (store_id, batch_no),
    CONSTRAINT import_batch_kind_ck CHECK (
        kind = 'items' OR kind = 'recipients' OR kind = 'receipts' OR kind = 'bills' OR kind = 'freight')
) WITHOUT ROWID;
INSERT INTO import_batch (store_id, batch_no, kind, file_name, event_seq, added, changed, first_no, first_movement,
    undone_event, undo_reason)
SELECT store_id, batch_no, kind, file_name, event_seq, added, changed, first_no, first_movement, undone_event,
    undo_reason
FROM import_batch_moved
ORDER BY store_id, batch_no;
DROP TABLE import_batch_moved;

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

-- The boxes of one recipient by month: what counts to a gift limit is read through it, however many boxes there were.
CREATE INDEX box_recipient_month_ix ON box (store_id, recipient_no, month);

-- A close keeps the stock at the end of the month's last day, gift items and packaging, so that a roll-forward begins
-- with it. Units of -1: the month was closed before that.
ALTER TABLE closed_month ADD COLUMN stock_gift_units bigint NOT NULL DEFAULT -1;
ALTER TABLE closed_month ADD COLUMN stock_gift_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE closed_month ADD COLUMN stock_packaging_units bigint NOT NULL DEFAULT -1;
ALTER TABLE closed_month ADD COLUMN stock_packaging_minor bigint NOT NULL DEFAULT 0;

-- A month that was closed and opened again: the row of its close as it was, the event of that close, and why. A month
-- that was closed again has a new row in closed_month.
CREATE TABLE reopened_month (
    store_id bigint NOT NULL,
    event_seq bigint NOT NULL,
    month bigint NOT NULL,
    closed_event bigint NOT NULL,
    moved_boxes bigint NOT NULL,
    moved_minor bigint NOT NULL,
    carried_boxes bigint NOT NULL,
    carried_contents_minor bigint NOT NULL,
    carried_packaging_minor bigint NOT NULL,
    carried_labor_minor bigint NOT NULL,
    stock_gift_units bigint NOT NULL,
    stock_gift_minor bigint NOT NULL,
    stock_packaging_units bigint NOT NULL,
    stock_packaging_minor bigint NOT NULL,
    reason text NOT NULL,
    CONSTRAINT reopened_month_pk PRIMARY KEY (store_id, event_seq)
) WITHOUT ROWID;
