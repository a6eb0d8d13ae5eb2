-- Adds a legal entity; none where there is one with this code already, regardless of capitals.
-- @optional
INSERT INTO legal_entity (code, name, country, dated_settings)
VALUES (:code, :name, :country, :dated_settings)
ON CONFLICT DO NOTHING
RETURNING code
