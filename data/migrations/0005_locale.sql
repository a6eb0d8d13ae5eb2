-- How the people of a store write days and amounts: a language and a country, or nothing for ISO 8601. It stands with the store and not with
-- its books, since a session is found without knowing whose books to ask.
ALTER TABLE store ADD COLUMN locale text NOT NULL DEFAULT '';
