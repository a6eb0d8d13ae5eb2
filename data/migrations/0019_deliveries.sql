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
