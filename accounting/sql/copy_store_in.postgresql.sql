-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO store (store_id, code, name, legal_entity, currency, created_at, locale, time_zones)
SELECT CAST(:store_id AS bigint), r.code, r.name, r.legal_entity, r.currency, r.created_at, r.locale,
    r.time_zones
FROM unnest(CAST(:code AS text[]), CAST(:name AS text[]), CAST(:legal_entity AS text[]), CAST(:currency AS text[]),
    CAST(:created_at AS bigint[]), CAST(:locale AS text[]), CAST(:time_zones AS text[]))
    AS r (code, name, legal_entity, currency, created_at, locale, time_zones)
