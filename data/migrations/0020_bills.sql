-- A bill or freight that was a mistake is reversed: a row that names it, while its lots have a correction each.
CREATE TABLE bill_reversal (
    store_id bigint NOT NULL,
    bill_no bigint NOT NULL,
    reversed_on bigint NOT NULL,
    reason text NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT bill_reversal_pk PRIMARY KEY (store_id, bill_no)
) WITHOUT ROWID;
CREATE INDEX bill_reversal_event_ix ON bill_reversal (store_id, event_seq);
CREATE TABLE freight_reversal (
    store_id bigint NOT NULL,
    freight_no bigint NOT NULL,
    reversed_on bigint NOT NULL,
    reason text NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT freight_reversal_pk PRIMARY KEY (store_id, freight_no)
) WITHOUT ROWID;
CREATE INDEX freight_reversal_event_ix ON freight_reversal (store_id, event_seq);

-- A lot whose bill was reversed may be billed again.
DROP INDEX bill_lot_lot_uq;
CREATE INDEX bill_lot_lot_ix ON bill_lot (store_id, lot_no);

-- A reason of write-offs and differences of counts that a store put on its list, or took off it: the newest row of a
-- name holds.
CREATE TABLE stock_reason (
    store_id bigint NOT NULL,
    event_seq bigint NOT NULL,
    name text NOT NULL,
    listed bigint NOT NULL,
    CONSTRAINT stock_reason_pk PRIMARY KEY (store_id, event_seq),
    CONSTRAINT stock_reason_listed_ck CHECK (listed IN (0, 1))
) WITHOUT ROWID;
