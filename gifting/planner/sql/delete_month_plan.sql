-- Deletes a month's proposal, its lines first.
DELETE FROM month_plan WHERE store_id = :store_id AND month = :month
