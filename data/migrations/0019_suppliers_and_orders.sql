-- A supplier: one row for each version of what is known of it, of which the newest holds. Earlier names stay, so that
-- receipts under them are found.
CREATE TABLE supplier (
    store_id bigint NOT NULL,
    supplier_no bigint NOT NULL,
    version bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    terms text NOT NULL,
    minimum_order_minor bigint,
    lead_time_days bigint,
    event_seq bigint NOT NULL,
    CONSTRAINT supplier_pk PRIMARY KEY (store_id, supplier_no, version),
    CONSTRAINT supplier_minimum_order_ck CHECK (minimum_order_minor >= 0),
    CONSTRAINT supplier_lead_time_ck CHECK (lead_time_days >= 0)
) WITHOUT ROWID;
CREATE INDEX supplier_event_ix ON supplier (store_id, event_seq);

-- What a supplier calls an item, and how many units their pack has; the newest row of the two holds.
CREATE TABLE item_supplier (
    store_id bigint NOT NULL,
    item_no bigint NOT NULL,
    supplier_no bigint NOT NULL,
    event_seq bigint NOT NULL,
    part_number text NOT NULL,
    pack_size bigint,
    CONSTRAINT item_supplier_pk PRIMARY KEY (store_id, item_no, supplier_no, event_seq),
    CONSTRAINT item_supplier_item_fk FOREIGN KEY (store_id, item_no) REFERENCES item (store_id, item_no),
    CONSTRAINT item_supplier_pack_size_ck CHECK (pack_size >= 1)
) WITHOUT ROWID;
CREATE INDEX item_supplier_event_ix ON item_supplier (store_id, event_seq);
