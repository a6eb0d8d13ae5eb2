-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT code, name, legal_entity, currency, created_at, locale, time_zones
FROM store
WHERE store_id = :store_id
ORDER BY store_id
