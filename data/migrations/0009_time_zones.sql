-- Which time zone a store keeps, and from which of its days on, as foundation::ZoneHistory writes it. A store that has none keeps the zone of the
-- machine, as every store did before. It stands with the store and not with its books, as the locale does.
ALTER TABLE store ADD COLUMN time_zones text NOT NULL DEFAULT '';
