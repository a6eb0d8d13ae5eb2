-- The units in the boxes packed and not given at the end of a day, by item. The boxes are those of packed_on; the
-- month is that of the day.
-- @many
SELECT m.item_no, CAST(-SUM(m.units) AS BIGINT) AS units, CAST(-SUM(m.cost_minor) AS BIGINT) AS cost_minor
FROM (
    SELECT store_id, box_no, first_movement, last_movement
    FROM box
    WHERE store_id = :store_id AND state = 'packed' AND packed_on <= :day
    UNION ALL
    SELECT store_id, box_no, first_movement, last_movement
    FROM box
    WHERE store_id = :store_id AND month = :month AND state <> 'packed' AND packed_on <= :day
        AND COALESCE(given_on, unpacked_on) > :day
    UNION ALL
    SELECT store_id, box_no, first_movement, last_movement
    FROM box
    WHERE store_id = :store_id AND month > packed_on / 100 AND month > :month AND state <> 'packed'
        AND packed_on <= :day
) AS b
JOIN movement m ON m.store_id = b.store_id AND m.seq BETWEEN b.first_movement AND b.last_movement
    AND m.box_no = b.box_no
GROUP BY m.item_no
ORDER BY m.item_no
