-- What was left of lots at the end of a day: what is left today less what has moved since. A page of them by number,
-- all or those of one item. Reference and supplier are as corrected last.
-- @many
-- @null reference
-- @text supplier, reference
SELECT l.lot_no, i.sku, i.name, i.kind, l.received_on, l.source, COALESCE(c.supplier, l.supplier) AS supplier,
    COALESCE(c.reference, l.reference) AS reference, x.units, x.cost_minor
FROM (
    SELECT y.lot_no, CAST(SUM(y.units) AS BIGINT) AS units, CAST(SUM(y.cost) AS BIGINT) AS cost_minor
    FROM (
        SELECT lot_no, units_left AS units, cost_left_minor AS cost
        FROM open_lot
        WHERE store_id = :store_id AND lot_no > :after
        UNION ALL
        SELECT lot_no, -units, -cost_minor
        FROM movement
        WHERE store_id = :store_id AND lot_no > :after AND moved_on > :day AND seq >= (
            SELECT COALESCE(MIN(first_movement), 9223372036854775807)
            FROM month_total
            WHERE store_id = :store_id AND month >= :month AND first_movement > 0)
    ) y
    GROUP BY y.lot_no
) x
JOIN lot l ON l.store_id = :store_id AND l.lot_no = x.lot_no
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.lot_no = l.lot_no AND c.seq = (
    SELECT MAX(n.seq) FROM receipt_correction n WHERE n.store_id = l.store_id AND n.lot_no = l.lot_no)
WHERE (x.units <> 0 OR x.cost_minor <> 0) AND (:item_no = 0 OR l.item_no = :item_no)
ORDER BY x.lot_no
LIMIT :most
