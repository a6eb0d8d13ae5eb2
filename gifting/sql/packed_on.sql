-- What lay packed and not given at the end of a day. Reads boxes still packed, those that ended in the day's month, and those that lay over the end of
-- a month since. Binds: store_id, day, month (of the day). Rows: one. Returns: boxes, contents, packaging, labor.
SELECT COUNT(*), CAST(COALESCE(SUM(contents_minor), 0) AS BIGINT), CAST(COALESCE(SUM(packaging_minor), 0) AS BIGINT),
    CAST(COALESCE(SUM(labor_minor), 0) AS BIGINT)
FROM (
    SELECT contents_minor, packaging_minor, labor_minor
    FROM box
    WHERE store_id = :store_id AND state = 'packed' AND packed_on <= :day
    UNION ALL
    SELECT contents_minor, packaging_minor, labor_minor
    FROM box
    WHERE store_id = :store_id AND month = :month AND state <> 'packed' AND packed_on <= :day AND COALESCE(given_on, unpacked_on) > :day
    UNION ALL
    SELECT contents_minor, packaging_minor, labor_minor
    FROM box
    WHERE store_id = :store_id AND month > packed_on / 100 AND month > :month AND state <> 'packed' AND packed_on <= :day
) AS packed
