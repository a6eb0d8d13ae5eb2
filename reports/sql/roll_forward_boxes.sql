-- How many boxes were packed in a month, and how many were unpacked.
-- @one
SELECT COUNT(DISTINCT CASE WHEN m.kind = 'issue' THEN m.box_no END) AS packed,
    COUNT(DISTINCT CASE WHEN m.kind = 'return' THEN m.box_no END) AS unpacked
FROM month_total t
JOIN movement m ON m.store_id = t.store_id AND m.seq BETWEEN t.first_movement AND t.last_movement
    AND m.moved_on / 100 = t.month
WHERE t.store_id = :store_id AND t.month = :month AND t.first_movement > 0 AND m.kind IN ('issue', 'return')
