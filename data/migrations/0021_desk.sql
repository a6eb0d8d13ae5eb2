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
    reason text NOT NULL,
    CONSTRAINT reopened_month_pk PRIMARY KEY (store_id, event_seq)
) WITHOUT ROWID;
