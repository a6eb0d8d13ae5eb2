-- What write-offs and counts moved in a span of months, by reason. What a reversal moved belongs to the write-off or
-- count that it reverses.
-- @many
-- @text kind, reason
-- @integer is_over
SELECT COALESCE(o.kind, m.kind) AS kind, COALESCE(o.reason, m.reason, '') AS reason,
    CASE WHEN COALESCE(o.units, m.units) > 0 THEN 1 ELSE 0 END AS is_over, CAST(SUM(m.units) AS BIGINT) AS units,
    CAST(SUM(m.cost_minor) AS BIGINT) AS cost_minor
FROM month_total t
JOIN movement m ON m.store_id = t.store_id AND m.seq BETWEEN t.first_movement AND t.last_movement
    AND m.moved_on / 100 = t.month
LEFT JOIN movement o ON o.store_id = m.store_id AND o.seq = m.corrects
WHERE t.store_id = :store_id AND t.month BETWEEN :first_month AND :last_month AND t.first_movement > 0
    AND m.kind IN ('write-off', 'count', 'write-off-reversal', 'count-reversal')
GROUP BY COALESCE(o.kind, m.kind), COALESCE(o.reason, m.reason, ''),
    CASE WHEN COALESCE(o.units, m.units) > 0 THEN 1 ELSE 0 END
ORDER BY reason, kind, is_over
