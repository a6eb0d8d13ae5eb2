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

-- A close keeps the stock at the end of the month's last day, gift items and packaging, so that a roll-forward begins
-- with it. Units of -1: the month was closed before that.
ALTER TABLE closed_month ADD COLUMN stock_gift_units bigint NOT NULL DEFAULT -1;
ALTER TABLE closed_month ADD COLUMN stock_gift_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE closed_month ADD COLUMN stock_packaging_units bigint NOT NULL DEFAULT -1;
ALTER TABLE closed_month ADD COLUMN stock_packaging_minor bigint NOT NULL DEFAULT 0;
