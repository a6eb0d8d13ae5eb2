-- Moves the boxes back that an event planned and a close moved on to the next month.
UPDATE planned_box
SET month = :back_month
WHERE store_id = :store_id AND state = 'planned' AND month = :next_month AND event_seq = :event_seq
