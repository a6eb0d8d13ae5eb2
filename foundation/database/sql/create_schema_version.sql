-- The table of the migrations that have run, which every other table follows.
CREATE TABLE IF NOT EXISTS schema_version (
    number bigint NOT NULL,
    name text NOT NULL,
    CONSTRAINT schema_version_pk PRIMARY KEY (number))
