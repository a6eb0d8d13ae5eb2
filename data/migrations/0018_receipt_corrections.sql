-- A receipt that was typed wrong is corrected: a movement of its own changes its units and cost, and the share of the
-- change that belongs to units gone is a variance. Both have the number of the receipt's movement in corrects.
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
        'correction', 'variance'))
) WITHOUT ROWID;
INSERT INTO movement (store_id, seq, moved_on, kind, item_no, lot_no, units, cost_minor, box_no, reason, event_seq,
    corrects)
SELECT store_id, seq, moved_on, kind, item_no, lot_no, units, cost_minor, box_no, reason, event_seq, corrects
FROM movement_moved
ORDER BY store_id, seq;
DROP TABLE movement_moved;
CREATE UNIQUE INDEX movement_reversal_uq ON movement (store_id, lot_no) WHERE kind = 'reversal';

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
