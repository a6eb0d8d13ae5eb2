-- The freight of deliveries of a period, without what was reversed, each with the first receipt that has a share, as
-- last corrected.
-- @many
-- @text receipt, receipt_supplier
WITH firsts AS MATERIALIZED (
    SELECT l.freight_no, MIN(l.lot_no) AS lot_no
    FROM freight_lot l
    WHERE l.store_id = :store_id AND NOT EXISTS (
        SELECT 1 FROM movement r WHERE r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal')
    GROUP BY l.freight_no
)
SELECT f.supplier, f.reference, COALESCE(c.reference, o.reference, '') AS receipt,
    COALESCE(c.supplier, o.supplier) AS receipt_supplier, i.sku, o.line, f.amount_minor, f.shared_by
FROM firsts n
JOIN freight f ON f.store_id = :store_id AND f.freight_no = n.freight_no
JOIN lot o ON o.store_id = f.store_id AND o.lot_no = n.lot_no
JOIN item i ON i.store_id = o.store_id AND i.item_no = o.item_no
LEFT JOIN receipt_correction c ON c.store_id = o.store_id AND c.lot_no = o.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = o.store_id AND x.lot_no = o.lot_no)
WHERE o.received_on BETWEEN :first AND :last
    AND NOT EXISTS (SELECT 1 FROM freight_reversal r WHERE r.store_id = f.store_id AND r.freight_no = f.freight_no)
ORDER BY f.freight_no
