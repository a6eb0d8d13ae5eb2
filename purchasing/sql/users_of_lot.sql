-- Who took units of a lot, by box; 0 where it was no box, and -1 where they were returned to the supplier. Numbered
-- over `after`, without corrections of the lot.
-- @many
-- @integer box_no, units
SELECT CASE WHEN kind = 'supplier-return' THEN -1 ELSE COALESCE(box_no, 0) END AS box_no,
    CAST(SUM(-units) AS BIGINT) AS units
FROM movement
WHERE store_id = :store_id AND seq > :after AND lot_no = :lot_no AND units < 0
    AND (corrects IS NULL OR kind = 'supplier-return')
GROUP BY CASE WHEN kind = 'supplier-return' THEN -1 ELSE COALESCE(box_no, 0) END
ORDER BY MIN(seq)
