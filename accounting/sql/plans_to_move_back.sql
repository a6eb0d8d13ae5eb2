-- The boxes planned that count in a month, by the event that planned them, which says for which month.
-- @many
SELECT p.event_seq, e.action, e.subject, e.detail, p.boxes, p.cost_minor
FROM (
    SELECT event_seq, COUNT(*) AS boxes,
        CAST(SUM(contents_minor + packaging_minor + labor_minor) AS BIGINT) AS cost_minor
    FROM planned_box
    WHERE store_id = :store_id AND state = 'planned' AND month = :next_month
    GROUP BY event_seq
) AS p
JOIN event e ON e.store_id = :store_id AND e.event_seq = p.event_seq
ORDER BY p.event_seq
