-- The deliveries before a number, newest first, with the sums of their lines as they were received.
-- @many
-- @integer lines, units
WITH page AS MATERIALIZED (
    SELECT delivery_no, received_on, source, supplier, reference, authorized_by
    FROM delivery
    WHERE store_id = :store_id AND delivery_no < :before
    ORDER BY delivery_no DESC
    LIMIT :most
), sums AS MATERIALIZED (
    SELECT l.delivery_no, CAST(COUNT(*) AS BIGINT) AS lines, CAST(SUM(l.units) AS BIGINT) AS units,
        CAST(SUM(l.cost_minor) AS BIGINT) AS cost_minor
    FROM lot l
    WHERE l.store_id = :store_id AND l.delivery_no BETWEEN (SELECT MIN(delivery_no) FROM page)
        AND (SELECT MAX(delivery_no) FROM page)
    GROUP BY l.delivery_no
)
SELECT p.delivery_no, p.received_on, p.source, p.supplier, p.reference, p.authorized_by, s.lines, s.units, s.cost_minor
FROM page p
JOIN sums s ON s.delivery_no = p.delivery_no
ORDER BY p.delivery_no DESC
