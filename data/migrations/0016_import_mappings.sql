-- How a table of another program was read when it was last imported, by the kind of file and the digest of its column names; answers is one JSON
-- object.
CREATE TABLE import_mapping (
    store_id bigint NOT NULL,
    kind text NOT NULL,
    header text NOT NULL,
    name text NOT NULL,
    answers text NOT NULL,
    CONSTRAINT import_mapping_pk PRIMARY KEY (store_id, kind, header)
) WITHOUT ROWID;
