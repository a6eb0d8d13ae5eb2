-- Which zones the store keeps. Binds: store_id, time_zones.
UPDATE store
SET time_zones = :time_zones
WHERE store_id = :store_id
