-- Sets the legal entity of a store.
UPDATE store
SET entity = :entity
WHERE store_id = :store_id
