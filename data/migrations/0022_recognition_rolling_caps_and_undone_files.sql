-- When the journal books what is given away as an expense: issue, when a box is given; receipt, when it arrives. Empty:
-- the store never said so, which means issue.
ALTER TABLE store_books ADD COLUMN recognition text NOT NULL DEFAULT '' CONSTRAINT store_books_recognition_ck
    CHECK (recognition = '' OR recognition = 'issue' OR recognition = 'receipt');

-- A cap of a month may roll over: none, surplus, deficit or both, at most an amount (0: any), and a cap may warn at a
-- percentage (0: never).
ALTER TABLE cap ADD COLUMN roll_over text NOT NULL DEFAULT 'none' CONSTRAINT cap_roll_over_ck CHECK (
    roll_over = 'none' OR roll_over = 'surplus' OR roll_over = 'deficit' OR roll_over = 'both');
ALTER TABLE cap ADD COLUMN roll_over_most_minor bigint NOT NULL DEFAULT 0 CONSTRAINT cap_roll_over_most_ck CHECK (
    roll_over_most_minor >= 0);
ALTER TABLE cap ADD COLUMN warn_percent bigint NOT NULL DEFAULT 0 CONSTRAINT cap_warn_percent_ck CHECK (
    warn_percent BETWEEN 0 AND 99);

-- What rolls over into a month from the closed month before it, under 0 for a deficit; there is no row for 0.
CREATE TABLE cap_roll_over (
    store_id bigint NOT NULL,
    month bigint NOT NULL,
    cap text NOT NULL,
    amount_minor bigint NOT NULL,
    CONSTRAINT cap_roll_over_pk PRIMARY KEY (store_id, month, cap)
) WITHOUT ROWID;

-- An exceeded cap keeps the part of its limit that rolled over; with a percentage, the limit was not exceeded, but that
-- share of it was. SQLite cannot change a constraint, so the rows move out and back in.
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
    rolled_minor bigint NOT NULL DEFAULT 0,
    percent bigint NOT NULL DEFAULT 0,
    CONSTRAINT cap_exception_pk PRIMARY KEY (store_id, event_seq, line_no),
    CONSTRAINT cap_exception_step_ck CHECK (
        step = 'plan' OR step = 'pack' OR step = 'give' OR step = 'receive' OR step = 'order'),
    CONSTRAINT cap_exception_action_ck CHECK (action = 'warned' OR action = 'overridden'),
    CONSTRAINT cap_exception_subject_ck CHECK (
        CASE WHEN box_no IS NULL THEN 0 ELSE 1 END + CASE WHEN lot_no IS NULL THEN 0 ELSE 1 END
        + CASE WHEN order_no IS NULL THEN 0 ELSE 1 END = 1),
    CONSTRAINT cap_exception_amount_ck CHECK (would_be_minor > amount_minor OR percent > 0)
) WITHOUT ROWID;
INSERT INTO cap_exception (store_id, event_seq, line_no, month, step, box_no, lot_no, cap, action, amount_minor,
    would_be_minor, order_no, rolled_minor, percent)
SELECT store_id, event_seq, line_no, month, step, box_no, lot_no, cap, action, amount_minor, would_be_minor, order_no,
    0, 0
FROM cap_exception_moved
ORDER BY store_id, event_seq, line_no;
DROP TABLE cap_exception_moved;
CREATE INDEX cap_exception_month_ix ON cap_exception (store_id, month);
CREATE INDEX cap_exception_order_ix ON cap_exception (store_id, order_no) WHERE order_no IS NOT NULL;

-- The tax class and the business purpose of a box, as somebody gave them: the newest row of a box holds. Empty: as the
-- store has it.
CREATE TABLE box_tax (
    store_id bigint NOT NULL,
    box_no bigint NOT NULL,
    event_seq bigint NOT NULL,
    tax_class text NOT NULL,
    purpose text NOT NULL,
    CONSTRAINT box_tax_pk PRIMARY KEY (store_id, box_no, event_seq)
) WITHOUT ROWID;
CREATE INDEX box_tax_event_ix ON box_tax (store_id, event_seq);

-- What boxes without a class or purpose of their own have, and recipients without a group, from a month on. Of the rows
-- that started by a month, the one with the latest month applies; for the same month, the one set last.
CREATE TABLE gift_default (
    store_id bigint NOT NULL,
    event_seq bigint NOT NULL,
    from_month bigint NOT NULL,
    tax_class text NOT NULL,
    purpose text NOT NULL,
    relationship text NOT NULL,
    CONSTRAINT gift_default_pk PRIMARY KEY (store_id, event_seq)
) WITHOUT ROWID;

-- A file may bring several steps of an order at once, and says who took them; empty: whoever recorded the event. An
-- order whose import was undone has the step undone, and if a file brings it again as a draft, the step draft. SQLite
-- cannot change a constraint, so the rows move out and back in.
CREATE TABLE order_step_moved AS SELECT * FROM order_step;
DROP TABLE order_step;
CREATE TABLE order_step (
    store_id bigint NOT NULL,
    order_no bigint NOT NULL,
    event_seq bigint NOT NULL,
    step_no bigint NOT NULL,
    state text NOT NULL,
    step_on bigint NOT NULL,
    reason text NOT NULL,
    step_by text NOT NULL,
    CONSTRAINT order_step_pk PRIMARY KEY (store_id, order_no, event_seq, step_no),
    CONSTRAINT order_step_state_ck CHECK (state = 'approved' OR state = 'ordered' OR state = 'closed_short'
        OR state = 'cancelled' OR state = 'undone' OR state = 'draft')
) WITHOUT ROWID;
INSERT INTO order_step (store_id, order_no, event_seq, step_no, state, step_on, reason, step_by)
SELECT store_id, order_no, event_seq, 1, state, step_on, reason, ''
FROM order_step_moved
ORDER BY store_id, order_no, event_seq;
DROP TABLE order_step_moved;
CREATE INDEX order_step_event_ix ON order_step (store_id, event_seq);

-- Imports of suppliers, orders, deliveries, returns and counts can be undone, too. last_no is the last lot of a file
-- of deliveries, or the last movement of a file of counts or returns; 0 for others, whose last number follows from what
-- was added.
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
    last_no bigint NOT NULL,
    undone_event bigint NOT NULL,
    undo_reason text NOT NULL,
    CONSTRAINT import_batch_pk PRIMARY KEY (store_id, batch_no),
    CONSTRAINT import_batch_kind_ck CHECK (
        kind = 'items' OR kind = 'recipients' OR kind = 'receipts' OR kind = 'bills' OR kind = 'freight'
        OR kind = 'suppliers' OR kind = 'orders' OR kind = 'deliveries' OR kind = 'counts'
        OR kind = 'returns')
) WITHOUT ROWID;
INSERT INTO import_batch (store_id, batch_no, kind, file_name, event_seq, added, changed, first_no, first_movement,
    last_no, undone_event, undo_reason)
SELECT store_id, batch_no, kind, file_name, event_seq, added, changed, first_no, first_movement, 0, undone_event,
    undo_reason
FROM import_batch_moved
ORDER BY store_id, batch_no;
DROP TABLE import_batch_moved;
-- Whether the import of an event was undone.
CREATE INDEX import_batch_event_ix ON import_batch (store_id, event_seq);

-- A supplier that is taken away keeps its rows, since orders name it; its code and names are free. digest is empty.
CREATE TABLE removed_row_moved AS SELECT * FROM removed_row;
DROP TABLE removed_row;
CREATE TABLE removed_row (
    store_id bigint NOT NULL,
    kind text NOT NULL,
    row_no bigint NOT NULL,
    sku text NOT NULL,
    digest text NOT NULL,
    added_event bigint NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT removed_row_pk PRIMARY KEY (store_id, kind, row_no),
    CONSTRAINT removed_row_kind_ck CHECK (kind = 'item' OR kind = 'recipient' OR kind = 'supplier')
) WITHOUT ROWID;
INSERT INTO removed_row (store_id, kind, row_no, sku, digest, added_event, event_seq)
SELECT store_id, kind, row_no, sku, digest, added_event, event_seq
FROM removed_row_moved
ORDER BY store_id, kind, row_no;
DROP TABLE removed_row_moved;

-- The part of a share of freight that the cost of the receipt had already, because its file said so. What a file said
-- is a row itself, of the freight number 0.
ALTER TABLE freight_lot ADD COLUMN carried_minor bigint NOT NULL DEFAULT 0;
