-- A count of several items: the day whose end it sets, which items are in it, and the last movement when it was
-- started. scope_value is the bin or the category; empty for all items.
CREATE TABLE count_session (
    store_id bigint NOT NULL,
    count_no bigint NOT NULL,
    counted_on bigint NOT NULL,
    scope text NOT NULL,
    scope_value text NOT NULL,
    last_movement bigint NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT count_session_pk PRIMARY KEY (store_id, count_no),
    CONSTRAINT count_session_scope_ck CHECK (scope IN ('all', 'bin', 'category'))
) WITHOUT ROWID;

-- An item of a count, with its units in the books when the count was started.
CREATE TABLE count_line (
    store_id bigint NOT NULL,
    count_no bigint NOT NULL,
    item_no bigint NOT NULL,
    expected bigint NOT NULL,
    CONSTRAINT count_line_pk PRIMARY KEY (store_id, count_no, item_no)
) WITHOUT ROWID;

-- What somebody counted of an item, the first time (turn 1) or again; the last turn holds. books are its units in the
-- books then, after the movement last_movement; cost_minor, the total cost of units found, where somebody gave it.
CREATE TABLE count_entry (
    store_id bigint NOT NULL,
    count_no bigint NOT NULL,
    item_no bigint NOT NULL,
    turn bigint NOT NULL,
    units bigint NOT NULL,
    books bigint NOT NULL,
    last_movement bigint NOT NULL,
    cost_minor bigint,
    event_seq bigint NOT NULL,
    CONSTRAINT count_entry_pk PRIMARY KEY (store_id, count_no, item_no, turn),
    CONSTRAINT count_entry_units_ck CHECK (units >= 0)
) WITHOUT ROWID;
CREATE INDEX count_entry_event_ix ON count_entry (store_id, event_seq, count_no, item_no);

-- A count was posted or cancelled, once.
CREATE TABLE count_end (
    store_id bigint NOT NULL,
    count_no bigint NOT NULL,
    outcome text NOT NULL,
    reason text NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT count_end_pk PRIMARY KEY (store_id, count_no),
    CONSTRAINT count_end_outcome_ck CHECK (outcome IN ('posted', 'cancelled'))
) WITHOUT ROWID;

-- Every count of an item that was compared with the books, alone, in a file or in a posted count: units counted minus
-- units in the books at the end of counted_on, and who counted.
CREATE TABLE item_count (
    store_id bigint NOT NULL,
    event_seq bigint NOT NULL,
    line_no bigint NOT NULL,
    item_no bigint NOT NULL,
    counted_on bigint NOT NULL,
    difference bigint NOT NULL,
    counted_by text NOT NULL,
    CONSTRAINT item_count_pk PRIMARY KEY (store_id, event_seq, line_no)
) WITHOUT ROWID;
CREATE INDEX item_count_item_ix ON item_count (store_id, item_no, event_seq);
