-- Orders of which something is still to come or to do: drafts, and open ones that are not complete. Lists of what is
-- open read these alone, however many orders ended before.
CREATE TABLE unfinished_order (
    store_id bigint NOT NULL,
    order_no bigint NOT NULL,
    CONSTRAINT unfinished_order_pk PRIMARY KEY (store_id, order_no)
) WITHOUT ROWID;

-- Units that came for each line, as their lots are now: none once they are reversed, and as corrected where the whole
-- lot came for the line.
CREATE TABLE came_for_line AS
SELECT r.store_id, r.order_no, r.line_no, CAST(SUM(
    CASE
        WHEN v.lot_no IS NOT NULL THEN 0
        WHEN r.units = l.units OR COALESCE(c.units, l.units) < r.units THEN COALESCE(c.units, l.units)
        ELSE r.units
    END) AS BIGINT) AS units
FROM order_receipt r
JOIN lot l ON l.store_id = r.store_id AND l.lot_no = r.lot_no
LEFT JOIN receipt_correction c ON c.store_id = r.store_id AND c.lot_no = r.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = r.store_id AND x.lot_no = r.lot_no)
LEFT JOIN movement v ON v.store_id = r.store_id AND v.lot_no = r.lot_no AND v.kind = 'reversal'
GROUP BY r.store_id, r.order_no, r.line_no;

INSERT INTO unfinished_order (store_id, order_no)
SELECT o.store_id, o.order_no
FROM purchase_order o
WHERE o.version = (
        SELECT MAX(v.version) FROM purchase_order v WHERE v.store_id = o.store_id AND v.order_no = o.order_no)
    AND NOT EXISTS (
        SELECT 1 FROM order_step s
        WHERE s.store_id = o.store_id AND s.order_no = o.order_no AND s.state IN ('closed_short', 'cancelled'))
    AND (NOT EXISTS (
            SELECT 1 FROM order_step s
            WHERE s.store_id = o.store_id AND s.order_no = o.order_no AND s.state = 'ordered')
        OR EXISTS (
            SELECT 1 FROM order_line n
            LEFT JOIN came_for_line c ON c.store_id = n.store_id AND c.order_no = n.order_no AND c.line_no = n.line_no
            WHERE n.store_id = o.store_id AND n.order_no = o.order_no AND n.version = o.version
                AND n.units > COALESCE(c.units, 0)));
DROP TABLE came_for_line;

-- An order that was approved above a cap that only warns has a row as well. SQLite cannot change a constraint, so the
-- rows move out and back in.
CREATE TABLE cap_exception_moved AS SELECT * FROM cap_exception;
DROP TABLE cap_exception;
CREATE TABLE cap_exception (
    store_id bigint NOT NULL,
    event_seq bigint NOT NULL,
    line_no bigint NOT NULL,
    month bigint NOT NULL,
    step text NOT NULL,
    box_no bigint,
    lot_no bigint,
    cap text NOT NULL,
    action text NOT NULL,
    amount_minor bigint NOT NULL,
    would_be_minor bigint NOT NULL,
    order_no bigint,
    CONSTRAINT cap_exception_pk PRIMARY KEY (store_id, event_seq, line_no),
    CONSTRAINT cap_exception_step_ck CHECK (
        step = 'pack' OR step = 'receive' OR step = 'give' OR step = 'plan' OR step = 'order'),
    CONSTRAINT cap_exception_action_ck CHECK (action IN ('warned', 'overridden')),
    CONSTRAINT cap_exception_subject_ck CHECK (
        CASE WHEN box_no IS NULL THEN 0 ELSE 1 END + CASE WHEN lot_no IS NULL THEN 0 ELSE 1 END
        + CASE WHEN order_no IS NULL THEN 0 ELSE 1 END = 1),
    CONSTRAINT cap_exception_amount_ck CHECK (would_be_minor > amount_minor)
) WITHOUT ROWID;
INSERT INTO cap_exception (store_id, event_seq, line_no, month, step, box_no, lot_no, cap, action, amount_minor,
    would_be_minor)
SELECT store_id, event_seq, line_no, month, step, box_no, lot_no, cap, action, amount_minor, would_be_minor
FROM cap_exception_moved
ORDER BY store_id, event_seq, line_no;
DROP TABLE cap_exception_moved;
CREATE INDEX cap_exception_month_ix ON cap_exception (store_id, month);
CREATE INDEX cap_exception_order_ix ON cap_exception (store_id, order_no) WHERE order_no IS NOT NULL;

-- A bill or freight that was a mistake is reversed: a row that names it, while its lots have a correction each.
CREATE TABLE bill_reversal (
    store_id bigint NOT NULL,
    bill_no bigint NOT NULL,
    reversed_on bigint NOT NULL,
    reason text NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT bill_reversal_pk PRIMARY KEY (store_id, bill_no)
) WITHOUT ROWID;
CREATE INDEX bill_reversal_event_ix ON bill_reversal (store_id, event_seq);
CREATE TABLE freight_reversal (
    store_id bigint NOT NULL,
    freight_no bigint NOT NULL,
    reversed_on bigint NOT NULL,
    reason text NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT freight_reversal_pk PRIMARY KEY (store_id, freight_no)
) WITHOUT ROWID;
CREATE INDEX freight_reversal_event_ix ON freight_reversal (store_id, event_seq);

-- A lot whose bill was reversed may be billed again.
DROP INDEX bill_lot_lot_uq;
CREATE INDEX bill_lot_lot_ix ON bill_lot (store_id, lot_no);

-- A reason of write-offs and differences of counts that a store put on its list, or took off it: the newest row of a
-- name holds.
CREATE TABLE stock_reason (
    store_id bigint NOT NULL,
    event_seq bigint NOT NULL,
    name text NOT NULL,
    listed bigint NOT NULL,
    CONSTRAINT stock_reason_pk PRIMARY KEY (store_id, event_seq),
    CONSTRAINT stock_reason_listed_ck CHECK (listed IN (0, 1))
) WITHOUT ROWID;

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

-- A code that a recipient had before it was corrected. It still means that recipient, until the person is anonymized.
CREATE TABLE recipient_alias (
    store_id bigint NOT NULL,
    code_folded text NOT NULL,
    code text NOT NULL,
    recipient_no bigint NOT NULL,
    CONSTRAINT recipient_alias_pk PRIMARY KEY (store_id, code_folded)
) WITHOUT ROWID;
CREATE INDEX recipient_alias_recipient_ix ON recipient_alias (store_id, recipient_no);
