-- Legal entities by their code, after one, at most so many.
-- @many
SELECT code, name, country, dated_settings FROM legal_entity WHERE code > :after ORDER BY code LIMIT :most
