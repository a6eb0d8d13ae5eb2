-- The main job: stores and their books, stock at its cost, caps and month totals, recipients and boxes.
-- Every key starts with store_id, so that the same schema shards by store. Days are yyyymmdd, months yyyymm, instants
-- milliseconds since 1970 in UTC, amounts whole minor units of the store's currency.
-- WITHOUT ROWID is for SQLite and is left out on PostgreSQL.

CREATE TABLE store (
    store_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    legal_entity text NOT NULL,
    currency text NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT store_pk PRIMARY KEY (store_id),
    CONSTRAINT store_code_uq UNIQUE (code)
);

-- The one row that a writer of the store locks: settings, the last number given out of each kind, the head of the chain.
CREATE TABLE store_books (
    store_id bigint NOT NULL,
    labor_rate_minor bigint NOT NULL,
    labor_minutes bigint NOT NULL,
    costing_method text NOT NULL,
    closed_through bigint NOT NULL,
    last_item bigint NOT NULL,
    last_recipient bigint NOT NULL,
    last_lot bigint NOT NULL,
    last_movement bigint NOT NULL,
    last_box bigint NOT NULL,
    last_cap bigint NOT NULL,
    last_event bigint NOT NULL,
    chain_hash text NOT NULL,
    CONSTRAINT store_books_pk PRIMARY KEY (store_id),
    CONSTRAINT store_books_store_fk FOREIGN KEY (store_id) REFERENCES store (store_id),
    CONSTRAINT store_books_labor_rate_ck CHECK (labor_rate_minor >= 0),
    CONSTRAINT store_books_labor_minutes_ck CHECK (labor_minutes >= 0),
    CONSTRAINT store_books_costing_ck CHECK (costing_method = 'FIFO')
);

CREATE TABLE event (
    store_id bigint NOT NULL,
    event_seq bigint NOT NULL,
    recorded_at bigint NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    detail text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT event_pk PRIMARY KEY (store_id, event_seq)
) WITHOUT ROWID;

CREATE TABLE request (
    store_id bigint NOT NULL,
    request_key text NOT NULL,
    event_seq bigint NOT NULL,
    command text NOT NULL,
    result text NOT NULL,
    CONSTRAINT request_pk PRIMARY KEY (store_id, request_key)
) WITHOUT ROWID;

CREATE TABLE closed_month (
    store_id bigint NOT NULL,
    month bigint NOT NULL,
    event_seq bigint NOT NULL,
    carried_boxes bigint NOT NULL,
    carried_minor bigint NOT NULL,
    CONSTRAINT closed_month_pk PRIMARY KEY (store_id, month)
) WITHOUT ROWID;

CREATE TABLE item (
    store_id bigint NOT NULL,
    item_no bigint NOT NULL,
    sku text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    category text NOT NULL,
    unit text NOT NULL,
    size text NOT NULL,
    barcode text NOT NULL,
    supplier text NOT NULL,
    reorder_level bigint,
    par_level bigint,
    pack_size bigint NOT NULL,
    lead_days bigint,
    imprinted bigint NOT NULL,
    retired bigint NOT NULL,
    added_event bigint NOT NULL,
    CONSTRAINT item_pk PRIMARY KEY (store_id, item_no),
    CONSTRAINT item_sku_uq UNIQUE (store_id, sku),
    CONSTRAINT item_kind_ck CHECK (kind IN ('contents', 'packaging')),
    CONSTRAINT item_pack_size_ck CHECK (pack_size > 0),
    CONSTRAINT item_reorder_level_ck CHECK (reorder_level >= 0),
    CONSTRAINT item_par_level_ck CHECK (par_level >= 0),
    CONSTRAINT item_lead_days_ck CHECK (lead_days >= 0),
    CONSTRAINT item_imprinted_ck CHECK (imprinted IN (0, 1)),
    CONSTRAINT item_retired_ck CHECK (retired IN (0, 1))
) WITHOUT ROWID;

-- What an item's row said until the event changed it: a valuation of a closed month prints the words of its day.
CREATE TABLE item_history (
    store_id bigint NOT NULL,
    item_no bigint NOT NULL,
    until_event bigint NOT NULL,
    name text NOT NULL,
    category text NOT NULL,
    reorder_level bigint,
    par_level bigint,
    CONSTRAINT item_history_pk PRIMARY KEY (store_id, item_no, until_event),
    CONSTRAINT item_history_item_fk FOREIGN KEY (store_id, item_no) REFERENCES item (store_id, item_no)
) WITHOUT ROWID;

-- What each receipt put on the shelf, a fact. units and cost_minor are all of it.
CREATE TABLE lot (
    store_id bigint NOT NULL,
    lot_no bigint NOT NULL,
    item_no bigint NOT NULL,
    received_on bigint NOT NULL,
    units bigint NOT NULL,
    cost_minor bigint NOT NULL,
    source text NOT NULL,
    reference text,
    supplier text NOT NULL,
    CONSTRAINT lot_pk PRIMARY KEY (store_id, lot_no),
    CONSTRAINT lot_item_fk FOREIGN KEY (store_id, item_no) REFERENCES item (store_id, item_no),
    CONSTRAINT lot_source_ck CHECK (source IN ('purchase', 'parts', 'return', 'count')),
    CONSTRAINT lot_units_ck CHECK (units > 0),
    CONSTRAINT lot_cost_ck CHECK (cost_minor >= 0)
) WITHOUT ROWID;

CREATE UNIQUE INDEX lot_reference_uq ON lot (store_id, reference, item_no) WHERE reference IS NOT NULL;
CREATE INDEX lot_item_ix ON lot (store_id, item_no, lot_no);

-- Units and cost left on each lot that is not used up: a stored balance, written by inventory::Shelf alone. It is as small as the shelf,
-- so drawing from it touches few pages however long the history.
CREATE TABLE open_lot (
    store_id bigint NOT NULL,
    item_no bigint NOT NULL,
    received_on bigint NOT NULL,
    lot_no bigint NOT NULL,
    units_left bigint NOT NULL,
    cost_left_minor bigint NOT NULL,
    CONSTRAINT open_lot_pk PRIMARY KEY (store_id, item_no, received_on, lot_no),
    CONSTRAINT open_lot_units_ck CHECK (units_left > 0),
    CONSTRAINT open_lot_cost_ck CHECK (cost_left_minor >= 0)
) WITHOUT ROWID;

-- Facts, appended only. Units and cost are signed: + in, - out.
CREATE TABLE movement (
    store_id bigint NOT NULL,
    seq bigint NOT NULL,
    moved_on bigint NOT NULL,
    kind text NOT NULL,
    item_no bigint NOT NULL,
    lot_no bigint NOT NULL,
    units bigint NOT NULL,
    cost_minor bigint NOT NULL,
    box_no bigint,
    reason text,
    event_seq bigint NOT NULL,
    CONSTRAINT movement_pk PRIMARY KEY (store_id, seq),
    CONSTRAINT movement_kind_ck CHECK (kind IN ('receipt', 'issue', 'return', 'write-off', 'count'))
) WITHOUT ROWID;

CREATE TABLE recipient (
    store_id bigint NOT NULL,
    recipient_no bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    recipient_group text NOT NULL,
    kind text NOT NULL,
    note text NOT NULL,
    CONSTRAINT recipient_pk PRIMARY KEY (store_id, recipient_no),
    CONSTRAINT recipient_code_uq UNIQUE (store_id, code),
    CONSTRAINT recipient_kind_ck CHECK (kind IN ('person', 'business'))
) WITHOUT ROWID;

-- month is the month the box counts in. The movements of its packing are first_movement to last_movement.
CREATE TABLE box (
    store_id bigint NOT NULL,
    box_no bigint NOT NULL,
    reference text,
    recipient_no bigint NOT NULL,
    state text NOT NULL,
    month bigint NOT NULL,
    packed_on bigint NOT NULL,
    given_on bigint,
    unpacked_on bigint,
    labor_minutes bigint NOT NULL,
    contents_minor bigint NOT NULL,
    packaging_minor bigint NOT NULL,
    labor_minor bigint NOT NULL,
    pack_override text,
    give_override text,
    first_movement bigint NOT NULL,
    last_movement bigint NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT box_pk PRIMARY KEY (store_id, box_no),
    CONSTRAINT box_state_ck CHECK (state IN ('packed', 'given', 'unpacked')),
    CONSTRAINT box_labor_minutes_ck CHECK (labor_minutes >= 0)
) WITHOUT ROWID;

CREATE UNIQUE INDEX box_reference_uq ON box (store_id, reference) WHERE reference IS NOT NULL;
CREATE INDEX box_month_ix ON box (store_id, month);
CREATE INDEX box_recipient_ix ON box (store_id, recipient_no);

-- Dated rows; of those that began by a month, the latest from_month holds, then the latest cap_no.
CREATE TABLE cap (
    store_id bigint NOT NULL,
    cap_no bigint NOT NULL,
    cap text NOT NULL,
    from_month bigint NOT NULL,
    amount_minor bigint NOT NULL,
    action text NOT NULL,
    reason text NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT cap_pk PRIMARY KEY (store_id, cap_no),
    CONSTRAINT cap_name_ck CHECK (cap IN ('box.total', 'box.contents', 'month.program', 'month.restock')),
    CONSTRAINT cap_action_ck CHECK (action IN ('stop', 'warn')),
    CONSTRAINT cap_amount_ck CHECK (amount_minor >= 0)
) WITHOUT ROWID;

-- Stored balances of a store's month, written by budget::MonthBook alone. first_movement and last_movement are the lowest and highest
-- number of the movements dated in it, 0 when there are none: they lead to a period's movements without an index to keep.
CREATE TABLE month_total (
    store_id bigint NOT NULL,
    month bigint NOT NULL,
    boxes_given bigint NOT NULL,
    recipients bigint NOT NULL,
    contents_minor bigint NOT NULL,
    packaging_minor bigint NOT NULL,
    labor_minor bigint NOT NULL,
    committed_minor bigint NOT NULL,
    restock_minor bigint NOT NULL,
    write_off_minor bigint NOT NULL,
    overrides bigint NOT NULL,
    first_movement bigint NOT NULL,
    last_movement bigint NOT NULL,
    CONSTRAINT month_total_pk PRIMARY KEY (store_id, month)
) WITHOUT ROWID;

-- Who was given a box in a month: distinct persons, not boxes.
CREATE TABLE month_recipient (
    store_id bigint NOT NULL,
    month bigint NOT NULL,
    recipient_no bigint NOT NULL,
    CONSTRAINT month_recipient_pk PRIMARY KEY (store_id, month, recipient_no)
) WITHOUT ROWID;
