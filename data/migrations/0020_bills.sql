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
