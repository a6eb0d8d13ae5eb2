-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO store (store_id, code, name, legal_entity, currency, created_at, locale)
SELECT CAST(:store_id AS bigint), r.code, r.name, r.legal_entity, r.currency, r.created_at, r.locale
FROM unnest(CAST(:code AS text[]), CAST(:name AS text[]), CAST(:legal_entity AS text[]), CAST(:currency AS text[]),
    CAST(:created_at AS bigint[]), CAST(:locale AS text[]))
    AS r (code, name, legal_entity, currency, created_at, locale)
