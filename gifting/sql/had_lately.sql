-- The contents of a recipient's latest boxes, without unpacked ones.
-- @many
SELECT DISTINCT i.sku
FROM (
    SELECT store_id, first_movement, last_movement
    FROM box
    WHERE store_id = :store_id AND recipient_no = :recipient_no AND state <> 'unpacked'
    ORDER BY box_no DESC
    LIMIT :boxes
) AS b
JOIN movement m ON m.store_id = b.store_id AND m.seq BETWEEN b.first_movement AND b.last_movement
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
ORDER BY i.sku
