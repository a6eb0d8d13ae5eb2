-- The cost of the boxes packed and not given at the end of a day. The month is that of the day. Reads the boxes still
-- packed, those that ended in the month, and those carried over the end of a month since.
-- @one
SELECT COUNT(*) AS boxes, CAST(COALESCE(SUM(contents_minor), 0) AS BIGINT) AS contents_minor,
    CAST(COALESCE(SUM(packaging_minor), 0) AS BIGINT) AS packaging_minor,
    CAST(COALESCE(SUM(labor_minor), 0) AS BIGINT) AS labor_minor
FROM (
    SELECT contents_minor, packaging_minor, labor_minor
    FROM box
    WHERE store_id = :store_id AND state = 'packed' AND packed_on <= :day
    UNION ALL
    SELECT contents_minor, packaging_minor, labor_minor
    FROM box
    WHERE store_id = :store_id AND month = :month AND state <> 'packed' AND packed_on <= :day
        AND COALESCE(given_on, unpacked_on) > :day
    UNION ALL
    SELECT contents_minor, packaging_minor, labor_minor
    FROM box
    WHERE store_id = :store_id AND month > packed_on / 100 AND month > :month AND state <> 'packed'
        AND packed_on <= :day
) AS packed
