-- Forgets what was proposed for a month; its lines first.
DELETE FROM month_plan WHERE store_id = :store_id AND month = :month
