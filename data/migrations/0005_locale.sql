-- How the people of a store write days and amounts: a language and a country, or nothing for ISO 8601.
ALTER TABLE store_books ADD COLUMN locale text NOT NULL DEFAULT '';
