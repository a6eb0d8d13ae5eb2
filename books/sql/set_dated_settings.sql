-- Sets the dated settings in the row that a writer locks.
UPDATE store_books
SET dated_settings = :dated_settings
WHERE store_id = :store_id
