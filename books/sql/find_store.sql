-- The store and its settings.
-- @optional
-- @text entity_name, entity_settings
SELECT s.code, s.name, s.currency, s.locale, s.time_zones, s.sample, s.entity,
    COALESCE(e.name, s.legal_entity) AS entity_name, COALESCE(e.dated_settings, '') AS entity_settings, b.*
FROM store s
JOIN store_books b ON b.store_id = s.store_id
LEFT JOIN legal_entity e ON e.code = s.entity
WHERE s.store_id = :store_id AND b.store_id = :store_id
