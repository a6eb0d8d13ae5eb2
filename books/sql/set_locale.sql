-- Sets the store's locale.
UPDATE store
SET locale = :locale
WHERE store_id = :store_id
