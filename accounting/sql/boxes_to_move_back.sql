-- The packed boxes that a close moved on and that count in the month after it, by the month they count in once it is
-- open again: that of packing, or the first open one.
-- @many
SELECT back_month, COUNT(*) AS boxes, CAST(SUM(cost_minor) AS BIGINT) AS cost_minor
FROM (
    SELECT CASE WHEN packed_on / 100 > :first_open THEN packed_on / 100 ELSE :first_open END AS back_month,
        contents_minor + packaging_minor + labor_minor AS cost_minor
    FROM box
    WHERE store_id = :store_id AND state = 'packed' AND month = :next_month AND packed_on / 100 < :next_month
) AS moved
GROUP BY back_month
ORDER BY back_month
