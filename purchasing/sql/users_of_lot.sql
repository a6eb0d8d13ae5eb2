-- Who took units of a lot, by box; 0 where it was no box. Numbered over `after`, without corrections of the lot.
-- @many
-- @integer box_no, units
SELECT COALESCE(box_no, 0) AS box_no, CAST(SUM(-units) AS BIGINT) AS units
FROM movement
WHERE store_id = :store_id AND seq > :after AND lot_no = :lot_no AND units < 0 AND corrects IS NULL
GROUP BY COALESCE(box_no, 0)
ORDER BY MIN(seq)
