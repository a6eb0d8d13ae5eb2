-- The SKU that an item had before it was renamed; empty where the row keeps other attributes from before. It still
-- means the item, and closed months show it.
ALTER TABLE item_history ADD COLUMN sku text NOT NULL DEFAULT '';
ALTER TABLE item_history ADD COLUMN sku_folded text NOT NULL DEFAULT '';
CREATE INDEX item_history_sku_ix ON item_history (store_id, sku_folded) WHERE sku_folded <> '';

-- What box_note and note_signature had before a note that nobody had signed was written again. event_seq: the event that
-- wrote it.
CREATE TABLE earlier_note (
    store_id bigint NOT NULL,
    event_seq bigint NOT NULL,
    box_no bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT earlier_note_pk PRIMARY KEY (store_id, event_seq, box_no)
) WITHOUT ROWID;
CREATE TABLE earlier_signature (
    store_id bigint NOT NULL,
    event_seq bigint NOT NULL,
    box_no bigint NOT NULL,
    signer_no bigint NOT NULL,
    signer text NOT NULL,
    CONSTRAINT earlier_signature_pk PRIMARY KEY (store_id, event_seq, box_no, signer_no)
) WITHOUT ROWID;

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

-- An order to a supplier: one row for each version of it, of which the newest holds. order_line has the lines of each
-- version; the cost of a line is of all its units, and null where it is not known yet.
CREATE TABLE purchase_order (
    store_id bigint NOT NULL,
    order_no bigint NOT NULL,
    version bigint NOT NULL,
    supplier_no bigint NOT NULL,
    expected_on bigint NOT NULL,
    note text NOT NULL,
    ship_to text NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT purchase_order_pk PRIMARY KEY (store_id, order_no, version)
) WITHOUT ROWID;
CREATE INDEX purchase_order_event_ix ON purchase_order (store_id, event_seq);

CREATE TABLE order_line (
    store_id bigint NOT NULL,
    order_no bigint NOT NULL,
    version bigint NOT NULL,
    line_no bigint NOT NULL,
    item_no bigint NOT NULL,
    units bigint NOT NULL,
    cost_minor bigint,
    CONSTRAINT order_line_pk PRIMARY KEY (store_id, order_no, version, line_no),
    CONSTRAINT order_line_item_fk FOREIGN KEY (store_id, item_no) REFERENCES item (store_id, item_no),
    CONSTRAINT order_line_units_ck CHECK (units > 0),
    CONSTRAINT order_line_cost_ck CHECK (cost_minor >= 0)
) WITHOUT ROWID;

-- A step of an order; before its first one it is a draft. Receiving is no row here: order_receipt tells of it.
CREATE TABLE order_step (
    store_id bigint NOT NULL,
    order_no bigint NOT NULL,
    event_seq bigint NOT NULL,
    state text NOT NULL,
    step_on bigint NOT NULL,
    reason text NOT NULL,
    CONSTRAINT order_step_pk PRIMARY KEY (store_id, order_no, event_seq),
    CONSTRAINT order_step_state_ck CHECK (state IN ('approved', 'ordered', 'closed_short', 'cancelled'))
) WITHOUT ROWID;
CREATE INDEX order_step_event_ix ON order_step (store_id, event_seq);

-- Units of a lot that came for a line of an order.
CREATE TABLE order_receipt (
    store_id bigint NOT NULL,
    order_no bigint NOT NULL,
    line_no bigint NOT NULL,
    lot_no bigint NOT NULL,
    units bigint NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT order_receipt_pk PRIMARY KEY (store_id, order_no, line_no, lot_no),
    CONSTRAINT order_receipt_units_ck CHECK (units > 0)
) WITHOUT ROWID;
CREATE INDEX order_receipt_lot_ix ON order_receipt (store_id, lot_no);
CREATE INDEX order_receipt_event_ix ON order_receipt (store_id, event_seq);

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

-- What came in together: one document of a supplier or, with the number of an internal ticket and who authorized it, of
-- the parts department. Its lines are lots that name it.
CREATE TABLE delivery (
    store_id bigint NOT NULL,
    delivery_no bigint NOT NULL,
    received_on bigint NOT NULL,
    source text NOT NULL,
    supplier text NOT NULL,
    reference text NOT NULL,
    authorized_by text NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT delivery_pk PRIMARY KEY (store_id, delivery_no),
    CONSTRAINT delivery_source_ck CHECK (source IN ('purchase', 'parts_transfer'))
) WITHOUT ROWID;
CREATE INDEX delivery_event_ix ON delivery (store_id, event_seq);

-- None where the lot came by itself.
ALTER TABLE lot ADD COLUMN delivery_no bigint;
CREATE INDEX lot_delivery_ix ON lot (store_id, delivery_no) WHERE delivery_no IS NOT NULL;

-- Units that went back to their supplier leave their own lot; what the supplier credits may differ from what they cost,
-- and then the difference is a variance. SQLite cannot change a constraint, so the movements move out and back in.
CREATE TABLE movement_moved AS SELECT * FROM movement;
DROP TABLE movement;
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
    corrects bigint,
    CONSTRAINT movement_pk PRIMARY KEY (store_id, seq),
    CONSTRAINT movement_kind_ck CHECK (kind IN ('receipt', 'issue', 'return', 'write-off', 'count', 'reversal',
        'write-off-reversal', 'count-reversal', 'correction', 'variance',
        'supplier-return', 'supplier-return-reversal', 'credit'))
) WITHOUT ROWID;
INSERT INTO movement (store_id, seq, moved_on, kind, item_no, lot_no, units, cost_minor, box_no, reason, event_seq,
    corrects)
SELECT store_id, seq, moved_on, kind, item_no, lot_no, units, cost_minor, box_no, reason, event_seq, corrects
FROM movement_moved
ORDER BY store_id, seq;
DROP TABLE movement_moved;

CREATE UNIQUE INDEX movement_reversal_uq ON movement (store_id, lot_no) WHERE kind = 'reversal';
CREATE UNIQUE INDEX movement_adjustment_reversal_uq ON movement (store_id, corrects)
    WHERE kind IN ('write-off-reversal', 'count-reversal', 'supplier-return-reversal');
-- A return is credited once.
CREATE UNIQUE INDEX movement_credit_uq ON movement (store_id, corrects) WHERE kind = 'credit';
CREATE INDEX movement_supplier_return_ix ON movement (store_id, seq) WHERE kind = 'supplier-return';

-- What somebody charged for bringing a delivery. It is shared between the lots of the delivery, each of which has a
-- correction for its share; a lot without one has none.
CREATE TABLE freight (
    store_id bigint NOT NULL,
    freight_no bigint NOT NULL,
    delivery_no bigint NOT NULL,
    amount_minor bigint NOT NULL,
    shared_by text NOT NULL,
    supplier text NOT NULL,
    reference text NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT freight_pk PRIMARY KEY (store_id, freight_no),
    CONSTRAINT freight_shared_by_ck CHECK (shared_by IN ('value', 'units', 'lots')),
    CONSTRAINT freight_amount_ck CHECK (amount_minor > 0)
) WITHOUT ROWID;
CREATE INDEX freight_delivery_ix ON freight (store_id, delivery_no);
CREATE INDEX freight_reference_ix ON freight (store_id, reference);
CREATE INDEX freight_event_ix ON freight (store_id, event_seq);
CREATE TABLE freight_lot (
    store_id bigint NOT NULL,
    lot_no bigint NOT NULL,
    freight_no bigint NOT NULL,
    share_minor bigint NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT freight_lot_pk PRIMARY KEY (store_id, lot_no, freight_no)
) WITHOUT ROWID;
CREATE INDEX freight_lot_event_ix ON freight_lot (store_id, event_seq);

-- A supplier's bill, and the lots that it is for, each with what it charges for them.
CREATE TABLE bill (
    store_id bigint NOT NULL,
    bill_no bigint NOT NULL,
    supplier text NOT NULL,
    reference text NOT NULL,
    billed_on bigint NOT NULL,
    amount_minor bigint NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT bill_pk PRIMARY KEY (store_id, bill_no),
    CONSTRAINT bill_amount_ck CHECK (amount_minor >= 0)
) WITHOUT ROWID;
CREATE INDEX bill_reference_ix ON bill (store_id, reference);
CREATE INDEX bill_event_ix ON bill (store_id, event_seq);
CREATE TABLE bill_lot (
    store_id bigint NOT NULL,
    bill_no bigint NOT NULL,
    lot_no bigint NOT NULL,
    amount_minor bigint NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT bill_lot_pk PRIMARY KEY (store_id, bill_no, lot_no),
    CONSTRAINT bill_lot_amount_ck CHECK (amount_minor >= 0)
) WITHOUT ROWID;
CREATE UNIQUE INDEX bill_lot_lot_uq ON bill_lot (store_id, lot_no);
CREATE INDEX bill_lot_event_ix ON bill_lot (store_id, event_seq);
