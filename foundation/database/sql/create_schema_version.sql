-- The table of completed migrations. Every other table comes later.
CREATE TABLE IF NOT EXISTS schema_version (
    number bigint NOT NULL,
    name text NOT NULL,
    CONSTRAINT schema_version_pk PRIMARY KEY (number))
