-- How a table of another program was read when it was last imported, by the kind of file and the digest of its column
-- names; answers is one JSON object.
CREATE TABLE import_mapping (
    store_id bigint NOT NULL,
    kind text NOT NULL,
    header text NOT NULL,
    name text NOT NULL,
    answers text NOT NULL,
    CONSTRAINT import_mapping_pk PRIMARY KEY (store_id, kind, header)
) WITHOUT ROWID;

-- A list as somebody wants to see it again: the page and the words, order and columns in its address. It is that
-- person's own, and also of everybody with the role, unless the role is empty.
CREATE TABLE saved_view (
    store_id bigint NOT NULL,
    user_id bigint NOT NULL,
    page text NOT NULL,
    name text NOT NULL,
    query text NOT NULL,
    role text NOT NULL,
    CONSTRAINT saved_view_pk PRIMARY KEY (store_id, user_id, page, name),
    CONSTRAINT saved_view_store_fk FOREIGN KEY (store_id) REFERENCES store (store_id),
    CONSTRAINT saved_view_user_fk FOREIGN KEY (user_id) REFERENCES app_user (user_id),
    CONSTRAINT saved_view_role_ck CHECK (role IN ('', 'parts-director', 'manager', 'accounting', 'adviser',
        'administrator'))
) WITHOUT ROWID;
