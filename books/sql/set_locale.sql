-- How the store's people write.
UPDATE store
SET locale = :locale
WHERE store_id = :store_id
