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
