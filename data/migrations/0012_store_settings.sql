-- Settings of a store that change by month: from from_month on the value holds, until a later month does; of those that began by a month, the latest
-- from_month holds, then the latest event. What held before the first of them stays in store_books. Values are whole: minor units, minutes, months.
CREATE TABLE store_setting (
    store_id bigint NOT NULL,
    name text NOT NULL,
    from_month bigint NOT NULL,
    event_seq bigint NOT NULL,
    value bigint NOT NULL,
    reason text NOT NULL,
    CONSTRAINT store_setting_pk PRIMARY KEY (store_id, name, from_month, event_seq),
    CONSTRAINT store_setting_value_ck CHECK (value >= 0)
) WITHOUT ROWID;

-- The same rows in the one that a writer locks, as text: name, month, event and value of each, in the order recorded. Whoever has waited for the
-- lock sees what its last holder wrote in the locked row, and in no other one of the same statement.
ALTER TABLE store_books ADD COLUMN dated_settings text NOT NULL DEFAULT '';
