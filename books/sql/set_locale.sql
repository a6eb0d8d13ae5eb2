-- How the store's people write. Binds: store_id, locale.
UPDATE store
SET locale = :locale
WHERE store_id = :store_id
