-- Moves the packed boxes back that a close moved on to the next month.
UPDATE box
SET month = CASE WHEN packed_on / 100 > :first_open THEN packed_on / 100 ELSE :first_open END
WHERE store_id = :store_id AND state = 'packed' AND month = :next_month AND packed_on / 100 < :next_month
