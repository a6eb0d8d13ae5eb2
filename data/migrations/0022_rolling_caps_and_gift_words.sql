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
