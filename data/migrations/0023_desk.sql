-- Imports of boxes can be undone, too. SQLite cannot change a constraint, so the rows move out and back in.
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
        OR kind = 'returns' OR kind = 'boxes')
) WITHOUT ROWID;
INSERT INTO import_batch (store_id, batch_no, kind, file_name, event_seq, added, changed, first_no, first_movement,
    last_no, undone_event, undo_reason)
SELECT store_id, batch_no, kind, file_name, event_seq, added, changed, first_no, first_movement, last_no, undone_event,
    undo_reason
FROM import_batch_moved
ORDER BY store_id, batch_no;
DROP TABLE import_batch_moved;
CREATE INDEX import_batch_event_ix ON import_batch (store_id, event_seq);

-- One event takes back that several boxes were given.
CREATE TABLE box_take_back_moved AS SELECT * FROM box_take_back;
DROP TABLE box_take_back;
CREATE TABLE box_take_back (
    store_id bigint NOT NULL,
    event_seq bigint NOT NULL,
    box_no bigint NOT NULL,
    given_on bigint NOT NULL,
    taken_back_on bigint NOT NULL,
    give_override text,
    reason text NOT NULL,
    CONSTRAINT box_take_back_pk PRIMARY KEY (store_id, event_seq, box_no)
) WITHOUT ROWID;
INSERT INTO box_take_back (store_id, event_seq, box_no, given_on, taken_back_on, give_override, reason)
SELECT store_id, event_seq, box_no, given_on, taken_back_on, give_override, reason
FROM box_take_back_moved
ORDER BY store_id, event_seq;
DROP TABLE box_take_back_moved;
CREATE INDEX box_take_back_box_ix ON box_take_back (store_id, box_no);

-- A file may bring the key of a box again whose import was undone; that box is unpacked.
DROP INDEX box_reference_uq;
CREATE UNIQUE INDEX box_reference_uq ON box (store_id, reference) WHERE reference IS NOT NULL AND state <> 'unpacked';
CREATE INDEX box_reference_ix ON box (store_id, reference) WHERE reference IS NOT NULL;
