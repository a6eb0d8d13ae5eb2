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
-- of deliveries, or the last movement of a file of counts or returns; 0 for others, whose last number follows from what was added.
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
