-- A receipt that was typed wrong is corrected: a movement of its own changes its units and cost, and the share of the
-- change that belongs to units gone is a variance. Both have the number of the receipt's movement in corrects. What a
-- write-off or a count moved is reversed: a movement of its own brings the units back, or takes found units out.
-- SQLite cannot change a constraint, so the movements move out and back in.
CREATE TABLE movement_moved AS SELECT * FROM movement;
DROP TABLE movement;
CREATE TABLE movement (
    store_id bigint NOT NULL,
    seq bigint NOT NULL,
    moved_on bigint NOT NULL,
    kind text NOT NULL,
    item_no bigint NOT NULL,
    lot_no bigint NOT NULL,
    units bigint NOT NULL,
    cost_minor bigint NOT NULL,
    box_no bigint,
    reason text,
    event_seq bigint NOT NULL,
    corrects bigint,
    CONSTRAINT movement_pk PRIMARY KEY (store_id, seq),
    CONSTRAINT movement_kind_ck CHECK (kind IN ('receipt', 'issue', 'return', 'write-off', 'count', 'reversal',
        'write-off-reversal', 'count-reversal', 'correction', 'variance'))
) WITHOUT ROWID;
INSERT INTO movement (store_id, seq, moved_on, kind, item_no, lot_no, units, cost_minor, box_no, reason, event_seq,
    corrects)
SELECT store_id, seq, moved_on, kind, item_no, lot_no, units, cost_minor, box_no, reason, event_seq, corrects
FROM movement_moved
ORDER BY store_id, seq;
DROP TABLE movement_moved;
-- A receipt is reversed once.
CREATE UNIQUE INDEX movement_reversal_uq ON movement (store_id, lot_no) WHERE kind = 'reversal';
-- So is what a write-off or a count moved.
CREATE UNIQUE INDEX movement_adjustment_reversal_uq ON movement (store_id, corrects)
    WHERE kind IN ('write-off-reversal', 'count-reversal');

-- What a receipt has from a correction on, beside its lot, which stays as it is. seq is the number of the correction's
-- movement; the last one of a lot holds.
CREATE TABLE receipt_correction (
    store_id bigint NOT NULL,
    lot_no bigint NOT NULL,
    seq bigint NOT NULL,
    units bigint NOT NULL,
    cost_minor bigint NOT NULL,
    reference text NOT NULL,
    supplier text NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT receipt_correction_pk PRIMARY KEY (store_id, lot_no, seq),
    CONSTRAINT receipt_correction_units_ck CHECK (units > 0),
    CONSTRAINT receipt_correction_cost_ck CHECK (cost_minor >= 0)
) WITHOUT ROWID;
CREATE INDEX receipt_correction_reference_ix ON receipt_correction (store_id, reference, lot_no);
CREATE INDEX receipt_correction_event_ix ON receipt_correction (store_id, event_seq);

-- The part of changed costs that belongs to units gone.
ALTER TABLE month_total ADD COLUMN variance_minor bigint NOT NULL DEFAULT 0;

-- Why a receipt costs what it does, such as nothing for a sample.
ALTER TABLE lot ADD COLUMN reason text NOT NULL DEFAULT '';

-- A box that was given and taken back: what its row said of the giving, whose event is an earlier one of the box. reason
-- is cleared when the recipient is anonymized.
CREATE TABLE box_take_back (
    store_id bigint NOT NULL,
    event_seq bigint NOT NULL,
    box_no bigint NOT NULL,
    given_on bigint NOT NULL,
    taken_back_on bigint NOT NULL,
    give_override text,
    reason text NOT NULL,
    CONSTRAINT box_take_back_pk PRIMARY KEY (store_id, event_seq)
) WITHOUT ROWID;
CREATE INDEX box_take_back_box_ix ON box_take_back (store_id, box_no);

-- A cap ends: action `end` says that from its month on there is no such cap. SQLite cannot change a constraint, so the
-- caps move out and back in.
CREATE TABLE cap_moved AS SELECT * FROM cap;
DROP TABLE cap;
CREATE TABLE cap (
    store_id bigint NOT NULL,
    cap_no bigint NOT NULL,
    cap text NOT NULL,
    from_month bigint NOT NULL,
    amount_minor bigint NOT NULL,
    action text NOT NULL,
    reason text NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT cap_pk PRIMARY KEY (store_id, cap_no),
    CONSTRAINT cap_name_ck CHECK (cap IN ('box.total', 'box.contents', 'month.program', 'month.restock')),
    CONSTRAINT cap_action_ck CHECK (action IN ('stop', 'warn', 'end')),
    CONSTRAINT cap_amount_ck CHECK (amount_minor >= 0)
) WITHOUT ROWID;
INSERT INTO cap (store_id, cap_no, cap, from_month, amount_minor, action, reason, event_seq)
SELECT store_id, cap_no, cap, from_month, amount_minor, action, reason, event_seq
FROM cap_moved;
DROP TABLE cap_moved;
