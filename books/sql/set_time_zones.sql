-- Which time zones the store keeps.
UPDATE store
SET time_zones = :time_zones
WHERE store_id = :store_id
