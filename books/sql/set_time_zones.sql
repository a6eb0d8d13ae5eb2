-- Sets the store's time zones.
UPDATE store
SET time_zones = :time_zones
WHERE store_id = :store_id
