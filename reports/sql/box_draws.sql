-- The units a box took from each lot, in the order of packing.
-- @many
-- @text reference
SELECT i.sku, m.lot_no, -m.units AS units, -m.cost_minor AS cost_minor, l.received_on, l.source,
    COALESCE(l.reference, '') AS reference
FROM movement m
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
JOIN lot l ON l.store_id = m.store_id AND l.lot_no = m.lot_no
WHERE m.store_id = :store_id AND m.seq BETWEEN :first_movement AND :last_movement
ORDER BY m.seq
