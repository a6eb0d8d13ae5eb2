-- What a posted count moved of each item. The movements of its month are looked through.
-- @many
SELECT m.item_no, CAST(SUM(m.units) AS BIGINT) AS units, CAST(SUM(m.cost_minor) AS BIGINT) AS cost_minor
FROM month_total t
JOIN movement m ON m.store_id = t.store_id AND m.seq BETWEEN t.first_movement AND t.last_movement
WHERE t.store_id = :store_id AND t.month = :month AND t.first_movement > 0 AND m.event_seq = :event_seq
GROUP BY m.item_no
ORDER BY m.item_no
