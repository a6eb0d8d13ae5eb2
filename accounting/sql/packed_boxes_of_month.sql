-- Boxes still packed or planned that count in a month, and their total cost, of planned ones estimated.
-- @one
SELECT COUNT(*) AS boxes, CAST(COALESCE(SUM(cost_minor), 0) AS BIGINT) AS cost_minor
FROM (
    SELECT contents_minor + packaging_minor + labor_minor AS cost_minor
    FROM box
    WHERE store_id = :store_id AND state = 'packed' AND month = :month
    UNION ALL
    SELECT contents_minor + packaging_minor + labor_minor
    FROM planned_box
    WHERE store_id = :store_id AND state = 'planned' AND month = :month
) AS waiting
