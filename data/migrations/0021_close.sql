-- A month that was closed and opened again: the row of its close as it was, the event of that close, and why. A month
-- that was closed again has a new row in closed_month.
CREATE TABLE reopened_month (
    store_id bigint NOT NULL,
    event_seq bigint NOT NULL,
    month bigint NOT NULL,
    closed_event bigint NOT NULL,
    moved_boxes bigint NOT NULL,
    moved_minor bigint NOT NULL,
    carried_boxes bigint NOT NULL,
    carried_contents_minor bigint NOT NULL,
    carried_packaging_minor bigint NOT NULL,
    carried_labor_minor bigint NOT NULL,
    reason text NOT NULL,
    CONSTRAINT reopened_month_pk PRIMARY KEY (store_id, event_seq)
) WITHOUT ROWID;
