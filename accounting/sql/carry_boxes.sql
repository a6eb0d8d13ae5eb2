-- Moves the boxes still packed to the next month.
UPDATE box
SET month = :next_month
WHERE store_id = :store_id AND state = 'packed' AND month = :month
