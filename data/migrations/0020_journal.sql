-- The account of the store's own ledger that a role of the journal has from a month on. Of the rows that started by a
-- month, the one with the latest month applies; for the same month, the one set last.
CREATE TABLE journal_account (
    store_id bigint NOT NULL,
    role text NOT NULL,
    from_month bigint NOT NULL,
    event_seq bigint NOT NULL,
    account text NOT NULL,
    CONSTRAINT journal_account_pk PRIMARY KEY (store_id, role, from_month, event_seq)
) WITHOUT ROWID;
CREATE INDEX journal_account_event_ix ON journal_account (store_id, event_seq);

-- A batch of the journal: what of a month was recorded until the event through_event and stands in no earlier batch.
-- One that voids another is its mirror, and voids is the number of that one; else 0. digest is SHA-256 of its lines.
CREATE TABLE journal_batch (
    store_id bigint NOT NULL,
    batch_no bigint NOT NULL,
    month bigint NOT NULL,
    batch_key text NOT NULL,
    through_event bigint NOT NULL,
    entries bigint NOT NULL,
    lines bigint NOT NULL,
    debit_minor bigint NOT NULL,
    digest text NOT NULL,
    voids bigint NOT NULL,
    reason text NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT journal_batch_pk PRIMARY KEY (store_id, batch_no)
) WITHOUT ROWID;
CREATE UNIQUE INDEX journal_batch_voids_uq ON journal_batch (store_id, voids) WHERE voids > 0;
CREATE INDEX journal_batch_event_ix ON journal_batch (store_id, event_seq);

-- A line of a batch, as it was when the batch was made. fact is what happened, fact_event the event that recorded it,
-- subject what it happened to (`box 42`, `lot 7`, `bill 3`), control what the ledger finds it by. amount_minor is above
-- 0 for a debit, below 0 for a credit.
CREATE TABLE journal_line (
    store_id bigint NOT NULL,
    batch_no bigint NOT NULL,
    entry_no bigint NOT NULL,
    line_no bigint NOT NULL,
    entry_on bigint NOT NULL,
    fact text NOT NULL,
    fact_event bigint NOT NULL,
    subject text NOT NULL,
    control text NOT NULL,
    role text NOT NULL,
    account text NOT NULL,
    amount_minor bigint NOT NULL,
    CONSTRAINT journal_line_pk PRIMARY KEY (store_id, batch_no, entry_no, line_no)
) WITHOUT ROWID;

-- A batch was posted in the ledger, under a reference of the ledger.
CREATE TABLE journal_posting (
    store_id bigint NOT NULL,
    batch_no bigint NOT NULL,
    reference text NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT journal_posting_pk PRIMARY KEY (store_id, batch_no)
) WITHOUT ROWID;
CREATE INDEX journal_posting_event_ix ON journal_posting (store_id, event_seq);

-- The events that gave a box: the journal asks when a giving was recorded.
CREATE INDEX event_box_give_ix ON event (store_id, subject, event_seq) WHERE action = 'box.give';
