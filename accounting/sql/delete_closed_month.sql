-- A month is open again.
DELETE FROM closed_month WHERE store_id = :store_id AND month = :month
