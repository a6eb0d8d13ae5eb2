-- One word for each idea, the field's own.
ALTER TABLE item RENAME COLUMN reorder_level TO reorder_point;
ALTER TABLE item RENAME COLUMN lead_days TO lead_time_days;
ALTER TABLE item_history RENAME COLUMN reorder_level TO reorder_point;
ALTER TABLE recipient RENAME COLUMN tastes TO preferences;
ALTER TABLE store_books RENAME COLUMN waiting_months TO minimum_gift_interval;

ALTER TABLE choice RENAME TO selection;
ALTER TABLE selection RENAME COLUMN despite TO exception_reason;
ALTER TABLE selection RENAME COLUMN chosen_by TO selected_by;
DROP INDEX choice_recipient_ix;
CREATE INDEX selection_recipient_ix ON selection (store_id, recipient_no, month);

-- Digests of facts still cover the earlier word of a value; see books/facts.cpp.
UPDATE store_setting SET name = 'minimum_gift_interval' WHERE name = 'waiting_months';
UPDATE store_books SET dated_settings = REPLACE(dated_settings, 'waiting_months', 'minimum_gift_interval');

-- SQLite cannot change a constraint, so the lots move out and back in. source: `parts` becomes `parts_transfer`.
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
    CONSTRAINT lot_pk PRIMARY KEY (store_id, lot_no),
    CONSTRAINT lot_item_fk FOREIGN KEY (store_id, item_no) REFERENCES item (store_id, item_no),
    CONSTRAINT lot_source_ck CHECK (source IN ('purchase', 'parts_transfer', 'return', 'count')),
    CONSTRAINT lot_units_ck CHECK (units > 0),
    CONSTRAINT lot_cost_ck CHECK (cost_minor >= 0),
    CONSTRAINT lot_line_ck CHECK (line > 0)
) WITHOUT ROWID;
INSERT INTO lot (store_id, lot_no, item_no, received_on, units, cost_minor, source, reference, supplier, line)
SELECT store_id, lot_no, item_no, received_on, units, cost_minor,
    CASE source WHEN 'parts' THEN 'parts_transfer' ELSE source END, reference, supplier, line
FROM lot_moved;
DROP TABLE lot_moved;
CREATE UNIQUE INDEX lot_reference_uq ON lot (store_id, reference, item_no, supplier, line) WHERE reference IS NOT NULL;
CREATE INDEX lot_item_ix ON lot (store_id, item_no, lot_no);
