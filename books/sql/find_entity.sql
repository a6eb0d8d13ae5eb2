-- A legal entity by its code, regardless of capitals.
-- @optional
SELECT code, name, country, dated_settings
FROM legal_entity
WHERE lower(code) = lower(CAST(:code AS text))
