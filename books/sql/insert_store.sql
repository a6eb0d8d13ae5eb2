-- Adds a store.
INSERT INTO store (store_id, code, name, legal_entity, currency, created_at, time_zones, sample)
VALUES (:store_id, :code, :name, :legal_entity, :currency, :created_at, :time_zones, :sample)
