-- The boxes that lay packed over the end of a month, that month being `first` or later, by the month they were packed in and the one they ended in.
-- Binds: store_id, first. Returns: month packed, month ended (null: still packed), boxes, contents, packaging, labor.
SELECT packed_month, ended_month, COUNT(*), CAST(SUM(contents_minor) AS BIGINT), CAST(SUM(packaging_minor) AS BIGINT),
    CAST(SUM(labor_minor) AS BIGINT)
FROM (
    SELECT packed_on / 100 AS packed_month, CAST(NULL AS bigint) AS ended_month, contents_minor, packaging_minor, labor_minor
    FROM box
    WHERE store_id = :store_id AND state = 'packed'
    UNION ALL
    SELECT packed_on / 100, month, contents_minor, packaging_minor, labor_minor
    FROM box
    WHERE store_id = :store_id AND month > packed_on / 100 AND month > :first AND state <> 'packed'
) AS packed
GROUP BY packed_month, ended_month
ORDER BY packed_month, ended_month
