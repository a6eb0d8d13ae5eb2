-- The stock at the end of a month, whose last day is bound: today's stock less what has moved since, for each item
-- that ever moved or was in stock by then.
-- @many
SELECT item_no, CAST(SUM(units) AS BIGINT) AS units, CAST(SUM(cost) AS BIGINT) AS cost_minor
FROM (
    SELECT item_no, units_left AS units, cost_left_minor AS cost
    FROM open_lot
    WHERE store_id = :store_id
    UNION ALL
    SELECT item_no, -units, -cost_minor
    FROM movement
    WHERE store_id = :store_id AND moved_on > :day AND seq >= (
        SELECT COALESCE(MIN(first_movement), 9223372036854775807)
        FROM month_total
        WHERE store_id = :store_id AND month > :month AND first_movement > 0)
) AS moved
GROUP BY item_no
ORDER BY item_no
