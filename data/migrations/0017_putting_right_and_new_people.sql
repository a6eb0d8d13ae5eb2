-- A receipt that was a mistake is reversed: a movement of its own takes the whole lot out again. One that was typed
-- wrong is corrected: a movement of its own changes its units and cost, and the share of the change that belongs to
-- units gone is a variance. What a write-off or a count moved is reversed: a movement of its own brings the units back,
-- or takes found units out. Each has the number of the movement that it corrects in corrects.
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
INSERT INTO movement (store_id, seq, moved_on, kind, item_no, lot_no, units, cost_minor, box_no, reason, event_seq)
SELECT store_id, seq, moved_on, kind, item_no, lot_no, units, cost_minor, box_no, reason, event_seq
FROM movement_moved
ORDER BY store_id, seq;
DROP TABLE movement_moved;

-- A receipt is reversed once.
CREATE UNIQUE INDEX movement_reversal_uq ON movement (store_id, lot_no) WHERE kind = 'reversal';
-- So is what a write-off or a count moved.
CREATE UNIQUE INDEX movement_adjustment_reversal_uq ON movement (store_id, corrects)
    WHERE kind IN ('write-off-reversal', 'count-reversal');

-- Once a receipt is reversed, its reference may be received again.
DROP INDEX lot_reference_uq;
CREATE INDEX lot_reference_ix ON lot (store_id, reference, item_no, supplier, line) WHERE reference IS NOT NULL;

-- What an import of items, recipients or receipts did, so that it can be undone as a whole. first_no is the first
-- number that it gave out: of an item, a recipient or a lot; first_movement is the movement of that lot. Both are 0
-- where there is none. undone_event is 0 until it is undone, for undo_reason.
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
    CONSTRAINT import_batch_kind_ck CHECK (kind IN ('items', 'recipients', 'receipts'))
) WITHOUT ROWID;

-- The earlier values of an item or recipient that an import changed, as one JSON object; gone once it is undone.
CREATE TABLE import_before (
    store_id bigint NOT NULL,
    batch_no bigint NOT NULL,
    row_no bigint NOT NULL,
    earlier text NOT NULL,
    CONSTRAINT import_before_pk PRIMARY KEY (store_id, batch_no, row_no)
) WITHOUT ROWID;

-- An item or recipient that was taken away with its import: the number stays used. digest is that of what it was, as
-- its event counts it; sku is empty for a recipient.
CREATE TABLE removed_row (
    store_id bigint NOT NULL,
    kind text NOT NULL,
    row_no bigint NOT NULL,
    sku text NOT NULL,
    digest text NOT NULL,
    added_event bigint NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT removed_row_pk PRIMARY KEY (store_id, kind, row_no),
    CONSTRAINT removed_row_kind_ck CHECK (kind IN ('item', 'recipient'))
) WITHOUT ROWID;

-- The earlier values of an item stay when it is taken away.
CREATE TABLE item_history_moved AS SELECT * FROM item_history;
DROP TABLE item_history;
CREATE TABLE item_history (
    store_id bigint NOT NULL,
    item_no bigint NOT NULL,
    until_event bigint NOT NULL,
    name text NOT NULL,
    category text NOT NULL,
    reorder_point bigint,
    par_level bigint,
    CONSTRAINT item_history_pk PRIMARY KEY (store_id, item_no, until_event)
) WITHOUT ROWID;
INSERT INTO item_history (store_id, item_no, until_event, name, category, reorder_point, par_level)
SELECT store_id, item_no, until_event, name, category, reorder_point, par_level
FROM item_history_moved;
DROP TABLE item_history_moved;

-- Boxes are found by the beginning of their reference. Bytes are compared, on both engines.
CREATE INDEX box_reference_part_ix ON box (store_id, lower(reference COLLATE "C")) WHERE reference IS NOT NULL;

-- The picture of an item: what the file is, the digest of its bytes (SHA-256), and the bytes in base64. With its rows
-- beside the key and not in it, since one may have some hundred thousand bytes.
CREATE TABLE item_picture (
    store_id bigint NOT NULL,
    item_no bigint NOT NULL,
    media_type text NOT NULL,
    digest text NOT NULL,
    content text NOT NULL,
    CONSTRAINT item_picture_pk PRIMARY KEY (store_id, item_no),
    CONSTRAINT item_picture_item_fk FOREIGN KEY (store_id, item_no) REFERENCES item (store_id, item_no),
    CONSTRAINT item_picture_media_type_ck CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp'))
);

-- 1: an adviser nominated somebody new, and whoever edits recipients has not said yet who it is.
ALTER TABLE recipient ADD COLUMN unconfirmed bigint NOT NULL DEFAULT 0;

-- 1: a store of invented data to look around in, which may be removed.
ALTER TABLE store ADD COLUMN sample bigint NOT NULL DEFAULT 0;

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

-- A box that was given and taken back: what its row said of the giving, whose event is an earlier one of the box.
-- reason is cleared when the recipient is anonymized.
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
