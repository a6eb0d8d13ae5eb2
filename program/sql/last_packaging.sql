-- The packaging of the box packed last, one taken apart left out. Binds: store_id. Returns: sku, units.
SELECT i.sku, CAST(-SUM(m.units) AS BIGINT)
FROM (
    SELECT store_id, first_movement, last_movement
    FROM box
    WHERE store_id = :store_id AND state <> 'unpacked'
    ORDER BY box_no DESC
    LIMIT 1
) AS b
JOIN movement m ON m.store_id = b.store_id AND m.seq BETWEEN b.first_movement AND b.last_movement
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
WHERE i.kind = 'packaging'
GROUP BY i.sku
ORDER BY i.sku
