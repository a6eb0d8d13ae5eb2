-- Forgets the lines of what was proposed for a month.
DELETE FROM month_plan_line WHERE store_id = :store_id AND month = :month
