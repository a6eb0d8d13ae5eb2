-- Caps that were passed, one row for each that warned or was overridden when a box was planned, packed or given, or a lot received. The month is
-- that of the step, the lines are numbered within the event. Why a stop cap was overridden stands with the box.
CREATE TABLE cap_exception (
    store_id bigint NOT NULL,
    event_seq bigint NOT NULL,
    line_no bigint NOT NULL,
    month bigint NOT NULL,
    step text NOT NULL,
    box_no bigint,
    lot_no bigint,
    cap text NOT NULL,
    action text NOT NULL,
    amount_minor bigint NOT NULL,
    would_be_minor bigint NOT NULL,
    CONSTRAINT cap_exception_pk PRIMARY KEY (store_id, event_seq, line_no),
    CONSTRAINT cap_exception_step_ck CHECK (step IN ('plan', 'pack', 'give', 'receive')),
    CONSTRAINT cap_exception_action_ck CHECK (action IN ('warned', 'overridden')),
    CONSTRAINT cap_exception_subject_ck CHECK ((box_no IS NULL) <> (lot_no IS NULL)),
    CONSTRAINT cap_exception_amount_ck CHECK (would_be_minor > amount_minor)
) WITHOUT ROWID;

CREATE INDEX cap_exception_month_ix ON cap_exception (store_id, month);
