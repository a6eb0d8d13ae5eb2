-- What came on one day from one supplier under one reference, the newest first, among the last `window` lots.
-- @many
-- @text reference
-- @integer lot_no, lots
SELECT received_on, supplier, COALESCE(reference, '') AS reference, MIN(lot_no) AS lot_no,
    CAST(COUNT(*) AS BIGINT) AS lots
FROM lot
WHERE store_id = :store_id AND source IN ('purchase', 'parts_transfer') AND (supplier <> '' OR reference IS NOT NULL)
    AND lot_no > (SELECT COALESCE(MAX(lot_no), 0) FROM lot WHERE store_id = :store_id) - :window
GROUP BY received_on, supplier, COALESCE(reference, '')
ORDER BY MAX(lot_no) DESC
LIMIT :most
