-- What a close moves to the next month (boxes still packed or planned when somebody closes) is another thing than what lay packed on the month's
-- last day; both are kept. Months closed before get the latter from their boxes, by the step of this migration, which records a digest of all facts too.
ALTER TABLE closed_month RENAME COLUMN carried_boxes TO moved_boxes;
ALTER TABLE closed_month RENAME COLUMN carried_minor TO moved_minor;
ALTER TABLE closed_month ADD COLUMN carried_boxes bigint NOT NULL DEFAULT 0;
ALTER TABLE closed_month ADD COLUMN carried_contents_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE closed_month ADD COLUMN carried_packaging_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE closed_month ADD COLUMN carried_labor_minor bigint NOT NULL DEFAULT 0;

-- The few boxes that lay packed over the end of a month.
CREATE INDEX box_over_month_end_ix ON box (store_id, month) WHERE month > packed_on / 100;

-- The notes that an event wrote.
CREATE INDEX box_note_event_ix ON box_note (store_id, event_seq);
