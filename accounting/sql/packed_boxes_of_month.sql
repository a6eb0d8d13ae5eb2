-- Boxes still packed that count in a month. Binds: store_id, month. Rows: one. Returns: boxes, total cost.
SELECT COUNT(*), CAST(COALESCE(SUM(contents_minor + packaging_minor + labor_minor), 0) AS BIGINT)
FROM box
WHERE store_id = :store_id AND state = 'packed' AND month = :month
