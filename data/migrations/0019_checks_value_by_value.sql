-- A list of more than two values in a constraint or in the condition of an index makes SQLite build a table of them for
-- each row that is written. The tables to which packing and receiving write compare value by value instead. SQLite cannot
-- change a constraint, so the rows move out and back in.
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
    CONSTRAINT movement_kind_ck CHECK (kind = 'issue' OR kind = 'receipt' OR kind = 'return' OR kind = 'write-off' OR kind = 'count'
        OR kind = 'reversal' OR kind = 'write-off-reversal' OR kind = 'count-reversal' OR kind = 'correction'
        OR kind = 'variance' OR kind = 'supplier-return' OR kind = 'supplier-return-reversal' OR kind = 'credit')
) WITHOUT ROWID;
INSERT INTO movement (store_id, seq, moved_on, kind, item_no, lot_no, units, cost_minor, box_no, reason, event_seq,
    corrects)
SELECT store_id, seq, moved_on, kind, item_no, lot_no, units, cost_minor, box_no, reason, event_seq, corrects
FROM movement_moved
ORDER BY store_id, seq;
DROP TABLE movement_moved;
CREATE UNIQUE INDEX movement_reversal_uq ON movement (store_id, lot_no) WHERE kind = 'reversal';
CREATE UNIQUE INDEX movement_adjustment_reversal_uq ON movement (store_id, corrects)
    WHERE kind = 'write-off-reversal' OR kind = 'count-reversal' OR kind = 'supplier-return-reversal';
CREATE UNIQUE INDEX movement_credit_uq ON movement (store_id, corrects) WHERE kind = 'credit';
CREATE INDEX movement_supplier_return_ix ON movement (store_id, seq) WHERE kind = 'supplier-return';

CREATE TABLE lot_moved AS SELECT * FROM lot;
DROP TABLE lot;
CREATE TABLE lot (
    store_id bigint NOT NULL,
    lot_no bigint NOT NULL,
    item_no bigint NOT NULL,
    received_on bigint NOT NULL,
    units bigint NOT NULL,
    cost_minor bigint NOT NULL,
    source text NOT NULL,
    reference text,
    supplier text NOT NULL,
    line bigint NOT NULL DEFAULT 1,
    reason text NOT NULL DEFAULT '',
    delivery_no bigint,
    CONSTRAINT lot_pk PRIMARY KEY (store_id, lot_no),
    CONSTRAINT lot_item_fk FOREIGN KEY (store_id, item_no) REFERENCES item (store_id, item_no),
    CONSTRAINT lot_source_ck CHECK (source = 'purchase' OR source = 'parts_transfer' OR source = 'return' OR source = 'count'),
    CONSTRAINT lot_units_ck CHECK (units > 0),
    CONSTRAINT lot_cost_ck CHECK (cost_minor >= 0),
    CONSTRAINT lot_line_ck CHECK (line > 0)
) WITHOUT ROWID;
INSERT INTO lot (store_id, lot_no, item_no, received_on, units, cost_minor, source, reference, supplier, line, reason,
    delivery_no)
SELECT store_id, lot_no, item_no, received_on, units, cost_minor, source, reference, supplier, line, reason, delivery_no
FROM lot_moved
ORDER BY store_id, lot_no;
DROP TABLE lot_moved;
CREATE INDEX lot_item_ix ON lot (store_id, item_no, lot_no);
CREATE INDEX lot_reference_ix ON lot (store_id, reference, item_no, supplier, line) WHERE reference IS NOT NULL;
CREATE INDEX lot_delivery_ix ON lot (store_id, delivery_no) WHERE delivery_no IS NOT NULL;

CREATE TABLE box_moved AS SELECT * FROM box;
DROP TABLE box;
CREATE TABLE box (
    store_id bigint NOT NULL,
    box_no bigint NOT NULL,
    reference text,
    recipient_no bigint NOT NULL,
    state text NOT NULL,
    month bigint NOT NULL,
    packed_on bigint NOT NULL,
    given_on bigint,
    unpacked_on bigint,
    labor_minutes bigint NOT NULL,
    contents_minor bigint NOT NULL,
    packaging_minor bigint NOT NULL,
    labor_minor bigint NOT NULL,
    pack_override text,
    give_override text,
    first_movement bigint NOT NULL,
    last_movement bigint NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT box_pk PRIMARY KEY (store_id, box_no),
    CONSTRAINT box_state_ck CHECK (state = 'given' OR state = 'packed' OR state = 'unpacked'),
    CONSTRAINT box_labor_minutes_ck CHECK (labor_minutes >= 0)
) WITHOUT ROWID;
INSERT INTO box (store_id, box_no, reference, recipient_no, state, month, packed_on, given_on, unpacked_on,
    labor_minutes, contents_minor, packaging_minor, labor_minor, pack_override, give_override, first_movement,
    last_movement, event_seq)
SELECT store_id, box_no, reference, recipient_no, state, month, packed_on, given_on, unpacked_on, labor_minutes,
    contents_minor, packaging_minor, labor_minor, pack_override, give_override, first_movement, last_movement, event_seq
FROM box_moved
ORDER BY store_id, box_no;
DROP TABLE box_moved;
CREATE UNIQUE INDEX box_reference_uq ON box (store_id, reference) WHERE reference IS NOT NULL;
CREATE INDEX box_month_ix ON box (store_id, month);
CREATE INDEX box_recipient_ix ON box (store_id, recipient_no);
CREATE INDEX box_packed_ix ON box (store_id, box_no) WHERE state = 'packed';
CREATE INDEX box_over_month_end_ix ON box (store_id, month) WHERE month > packed_on / 100;
CREATE INDEX box_reference_part_ix ON box (store_id, lower(reference COLLATE "C")) WHERE reference IS NOT NULL;
