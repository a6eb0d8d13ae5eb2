-- Every item with its stock at the end of a day: today's stock less what has moved since. In a closed month, that of
-- the day, the SKUs, texts and levels are those at its close, and items added later are left out.
-- @many
-- @null then_name, then_category, then_sku
SELECT i.*, COALESCE(o.units, 0) - COALESCE(m.units, 0) AS units, COALESCE(o.cost, 0) - COALESCE(m.cost,
    0) AS cost_minor,
    0 AS last_units, 0 AS last_cost_minor, h.name AS then_name, h.category AS then_category,
        h.reorder_point AS then_reorder_point,
    h.par_level AS then_par_level, s.sku AS then_sku
FROM item i
LEFT JOIN (
    SELECT store_id, item_no, CAST(SUM(units_left) AS BIGINT) AS units, CAST(SUM(cost_left_minor) AS BIGINT) AS cost
    FROM open_lot
    WHERE store_id = :store_id
    GROUP BY store_id, item_no
) o ON o.store_id = i.store_id AND o.item_no = i.item_no
LEFT JOIN (
    SELECT store_id, item_no, CAST(SUM(units) AS BIGINT) AS units, CAST(SUM(cost_minor) AS BIGINT) AS cost
    FROM movement
    WHERE store_id = :store_id AND moved_on > :day AND seq >= (
        SELECT COALESCE(MIN(first_movement), 9223372036854775807)
        FROM month_total
        WHERE store_id = :store_id AND month >= :month AND first_movement > 0)
    GROUP BY store_id, item_no
) m ON m.store_id = i.store_id AND m.item_no = i.item_no
LEFT JOIN closed_month c ON c.store_id = i.store_id AND c.month = :month
LEFT JOIN item_history h ON h.store_id = i.store_id AND h.item_no = i.item_no AND h.until_event = (
    SELECT MIN(x.until_event)
    FROM item_history x
    WHERE x.store_id = i.store_id AND x.item_no = i.item_no AND x.until_event > c.event_seq)
LEFT JOIN item_history s ON s.store_id = i.store_id AND s.item_no = i.item_no AND s.until_event = (
    SELECT MIN(x.until_event)
    FROM item_history x
    WHERE x.store_id = i.store_id AND x.item_no = i.item_no AND x.sku <> '' AND x.until_event > c.event_seq)
WHERE i.store_id = :store_id AND (c.event_seq IS NULL OR i.added_event <= c.event_seq)
ORDER BY COALESCE(s.sku, i.sku)
