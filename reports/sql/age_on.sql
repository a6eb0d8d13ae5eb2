-- What was left of items at the end of a day, by the day it was received: what is left today less what has moved since.
-- Items after a SKU, in their order.
-- @many
SELECT i.sku, i.name, i.kind, l.received_on, CAST(SUM(x.units) AS BIGINT) AS units,
    CAST(SUM(x.cost) AS BIGINT) AS cost_minor
FROM (
    SELECT lot_no, units_left AS units, cost_left_minor AS cost
    FROM open_lot
    WHERE store_id = :store_id
    UNION ALL
    SELECT lot_no, -units, -cost_minor
    FROM movement
    WHERE store_id = :store_id AND moved_on > :day AND seq >= (
        SELECT COALESCE(MIN(first_movement), 9223372036854775807)
        FROM month_total
        WHERE store_id = :store_id AND month >= :month AND first_movement > 0)
) x
JOIN lot l ON l.store_id = :store_id AND l.lot_no = x.lot_no
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
WHERE i.sku > :after
GROUP BY i.sku, i.name, i.kind, l.received_on
HAVING CAST(SUM(x.units) AS BIGINT) <> 0 OR CAST(SUM(x.cost) AS BIGINT) <> 0
ORDER BY i.sku, l.received_on
