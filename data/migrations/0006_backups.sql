-- The backups that were made of this database: where each was written, and whether its books held. A directory, no part of any store's books; a
-- backup does not know of itself.
CREATE TABLE backup (
    made_at bigint NOT NULL,
    place text NOT NULL,
    is_good bigint NOT NULL,
    CONSTRAINT backup_pk PRIMARY KEY (made_at, place),
    CONSTRAINT backup_is_good_ck CHECK (is_good IN (0, 1))
) WITHOUT ROWID;
