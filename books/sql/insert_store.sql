-- Adds a store. Binds: every column.
INSERT INTO store (store_id, code, name, legal_entity, currency, created_at)
VALUES (:store_id, :code, :name, :legal_entity, :currency, :created_at)
