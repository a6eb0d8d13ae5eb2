-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO store (store_id, code, name, legal_entity, currency, created_at, locale, time_zones)
VALUES (:store_id, :code, :name, :legal_entity, :currency, :created_at, :locale, :time_zones)
