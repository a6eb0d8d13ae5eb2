-- What the boxes given in a span of months took from lots that were not bought, by month.
-- @many
SELECT x.month, CAST(SUM(CASE WHEN x.source = 'parts_transfer' THEN -x.units ELSE 0 END) AS BIGINT) AS units,
    CAST(SUM(CASE WHEN x.source = 'parts_transfer' THEN -x.cost_minor ELSE 0 END) AS BIGINT) AS cost_minor,
    CAST(SUM(CASE WHEN x.source = 'return' THEN -x.cost_minor ELSE 0 END) AS BIGINT) AS returned_minor
FROM (
    SELECT b.month, CAST(SUM(m.units) AS BIGINT) AS units, CAST(SUM(m.cost_minor) AS BIGINT) AS cost_minor,
        (SELECT l.source FROM lot l WHERE l.store_id = :store_id AND l.lot_no = m.lot_no) AS source
    FROM box b
    JOIN movement m ON m.store_id = b.store_id AND m.seq BETWEEN b.first_movement AND b.last_movement
    WHERE b.store_id = :store_id AND b.month BETWEEN :first_month AND :last_month AND b.state = 'given'
    GROUP BY b.month, m.lot_no
) x
WHERE x.source <> 'purchase' AND x.source <> 'count'
GROUP BY x.month
ORDER BY x.month
