-- Moves the boxes still planned to the next month.
UPDATE planned_box
SET month = :next_month
WHERE store_id = :store_id AND state = 'planned' AND month = :month
