-- The store and its settings.
-- @optional
SELECT s.code, s.name, s.legal_entity, s.currency, s.locale, s.time_zones, s.sample, b.*
FROM store s
JOIN store_books b ON b.store_id = s.store_id
WHERE s.store_id = :store_id AND b.store_id = :store_id
