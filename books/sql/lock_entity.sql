-- Locks a legal entity until the transaction ends, and reads it.
-- @optional
UPDATE legal_entity
SET name = name
WHERE code = :code
RETURNING code, name, country, dated_settings
