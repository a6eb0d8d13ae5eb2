-- The lines of deliveries received in a period, each as its last correction has it, without reversed ones, and the
-- order that each came for; freight is what the cost has of it.
-- @many
-- @text reference, supplier
-- @null reference, order_no
-- @integer order_no
SELECT d.delivery_no, d.received_on, d.source, d.reference AS document, d.authorized_by,
    (SELECT MIN(x.order_no) FROM order_receipt x WHERE x.store_id = l.store_id AND x.lot_no = l.lot_no) AS order_no,
    i.sku, COALESCE(c.units, l.units) AS units, COALESCE(c.cost_minor, l.cost_minor) AS cost_minor,
    COALESCE(c.reference, l.reference) AS reference, COALESCE(c.supplier, l.supplier) AS supplier, l.line, l.reason,
    CAST(COALESCE((
        SELECT CAST(SUM(f.share_minor - f.carried_minor) AS BIGINT) FROM freight_lot f
        WHERE f.store_id = l.store_id AND f.lot_no = l.lot_no AND NOT EXISTS (
            SELECT 1 FROM freight_reversal v WHERE v.store_id = f.store_id AND v.freight_no = f.freight_no)), 0)
    AS BIGINT) AS freight_minor
FROM delivery d
JOIN lot l ON l.store_id = d.store_id AND l.delivery_no = d.delivery_no
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.lot_no = l.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = l.store_id AND x.lot_no = l.lot_no)
WHERE d.store_id = :store_id AND d.received_on BETWEEN :first AND :last AND NOT EXISTS (
    SELECT 1 FROM movement r WHERE r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal')
ORDER BY d.delivery_no, l.lot_no
