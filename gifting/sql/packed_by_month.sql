-- The boxes that lay packed over the end of a month, that month being `first` or later, by the month they were packed
-- in and the one they ended in (null where they are still packed).
-- @many
-- @null ended_month
SELECT packed_month, ended_month, COUNT(*) AS boxes, CAST(SUM(contents_minor) AS BIGINT) AS contents_minor,
    CAST(SUM(packaging_minor) AS BIGINT) AS packaging_minor, CAST(SUM(labor_minor) AS BIGINT) AS labor_minor
FROM (
    SELECT packed_on / 100 AS packed_month, CAST(NULL AS bigint) AS ended_month, contents_minor, packaging_minor,
        labor_minor
    FROM box
    WHERE store_id = :store_id AND state = 'packed'
    UNION ALL
    SELECT packed_on / 100, month, contents_minor, packaging_minor, labor_minor
    FROM box
    WHERE store_id = :store_id AND month > packed_on / 100 AND month > :first AND state <> 'packed'
) AS packed
GROUP BY packed_month, ended_month
ORDER BY packed_month, ended_month
