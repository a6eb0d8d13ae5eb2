-- Legal entities, a directory that the stores share. dated_settings are the limits and the start of the tax year that
-- apply in its stores which set none of their own, as store_books has a store's.
CREATE TABLE legal_entity (
    code text NOT NULL,
    name text NOT NULL,
    country text NOT NULL,
    dated_settings text NOT NULL,
    CONSTRAINT legal_entity_pk PRIMARY KEY (code)
);
CREATE UNIQUE INDEX legal_entity_folded_uq ON legal_entity (lower(code));

-- The accounts of an entity's ledger, from a month on, for a department or (empty) for all that have none of their own.
CREATE TABLE entity_account (
    entity text NOT NULL,
    role text NOT NULL,
    department text NOT NULL,
    from_month bigint NOT NULL,
    account text NOT NULL,
    CONSTRAINT entity_account_pk PRIMARY KEY (entity, role, department, from_month)
) WITHOUT ROWID;

-- The entity that a store belongs to; empty: none.
ALTER TABLE store ADD COLUMN entity text NOT NULL DEFAULT '';
CREATE INDEX store_entity_ix ON store (entity, code);
-- Whether a code is taken, regardless of capitals, without reading all stores.
CREATE INDEX store_folded_ix ON store (lower(code));

-- Roles in all stores of an entity or (entity empty) in every store.
CREATE TABLE group_role (
    user_id bigint NOT NULL,
    entity text NOT NULL,
    role text NOT NULL,
    CONSTRAINT group_role_pk PRIMARY KEY (user_id, entity, role),
    CONSTRAINT group_role_user_fk FOREIGN KEY (user_id) REFERENCES app_user (user_id)
) WITHOUT ROWID;
CREATE INDEX group_role_entity_ix ON group_role (entity, user_id);

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
