-- Deletes the lines of a month's proposal.
DELETE FROM month_plan_line WHERE store_id = :store_id AND month = :month
