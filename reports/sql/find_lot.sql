-- One lot, what is left of it, what it has since its last correction, and the day it was reversed.
-- @optional
-- @null reversed_on, corrected_on
-- @text reference, received_reference, supplier
SELECT i.sku, i.name, l.received_on, COALESCE(c.units, l.units) AS units,
    COALESCE(c.cost_minor, l.cost_minor) AS cost_minor, l.source,
    COALESCE(c.reference, l.reference, '') AS reference, COALESCE(c.supplier, l.supplier) AS supplier,
    l.units AS received_units, l.cost_minor AS received_cost_minor, COALESCE(l.reference, '') AS received_reference,
    l.supplier AS received_supplier,
    COALESCE(o.units_left, 0) AS units_left, COALESCE(o.cost_left_minor, 0) AS cost_left_minor,
    l.delivery_no, m.moved_on AS corrected_on, r.moved_on AS reversed_on
FROM lot l
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
LEFT JOIN open_lot o ON o.store_id = l.store_id AND o.item_no = l.item_no AND o.received_on = l.received_on
    AND o.lot_no = l.lot_no
LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.lot_no = l.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = l.store_id AND x.lot_no = l.lot_no)
LEFT JOIN movement m ON m.store_id = c.store_id AND m.seq = c.seq
LEFT JOIN movement r ON r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal'
WHERE l.store_id = :store_id AND l.lot_no = :lot_no
