-- What the boxes given in a span of months took from lots that were not bought, by month.
-- @many
SELECT b.month, CAST(SUM(CASE WHEN l.source = 'parts_transfer' THEN -m.units ELSE 0 END) AS BIGINT) AS units,
    CAST(SUM(CASE WHEN l.source = 'parts_transfer' THEN -m.cost_minor ELSE 0 END) AS BIGINT) AS cost_minor,
    CAST(SUM(CASE WHEN l.source = 'return' THEN -m.cost_minor ELSE 0 END) AS BIGINT) AS returned_minor
FROM box b
JOIN movement m ON m.store_id = b.store_id AND m.seq BETWEEN b.first_movement AND b.last_movement
JOIN lot l ON l.store_id = m.store_id AND l.lot_no = m.lot_no
WHERE b.store_id = :store_id AND b.month BETWEEN :first_month AND :last_month AND b.state = 'given'
    AND l.source <> 'purchase' AND l.source <> 'count'
GROUP BY b.month
ORDER BY b.month
