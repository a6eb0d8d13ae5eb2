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
