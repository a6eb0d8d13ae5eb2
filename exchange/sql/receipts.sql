-- Receipts of a period, by lot. A receipt and its reversal are left out if both are in it; a reversal of an earlier
-- receipt has negative units and cost.
-- @many
SELECT l.received_on, i.sku, l.units, l.cost_minor, l.reference, l.supplier, l.source, l.line, l.lot_no
FROM lot l
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
LEFT JOIN movement r ON r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal'
WHERE l.store_id = :store_id AND l.source IN ('purchase', 'parts_transfer') AND l.received_on BETWEEN :first AND :last
    AND (r.moved_on IS NULL OR r.moved_on > :last)
UNION ALL
SELECT r.moved_on, i.sku, r.units, r.cost_minor, l.reference, l.supplier, l.source, l.line, l.lot_no
FROM movement r
JOIN lot l ON l.store_id = r.store_id AND l.lot_no = r.lot_no
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
WHERE r.store_id = :store_id AND r.kind = 'reversal' AND r.moved_on BETWEEN :first AND :last
    AND l.received_on < :first
ORDER BY 9, 3 DESC
