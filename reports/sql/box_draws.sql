-- The units that boxes took from each lot, in the order of packing: those with numbers from first_box to last_box, of
-- one month, or of any if it is 0. What a lot was received as is as it was entered.
-- @many
-- @text reference, supplier
SELECT b.box_no, m.seq, i.sku, i.kind, m.lot_no, -m.units AS units, -m.cost_minor AS cost_minor, l.received_on,
    l.source, COALESCE(l.reference, '') AS reference, l.supplier, l.units AS received_units,
    l.cost_minor AS received_cost_minor, m.event_seq
FROM box b
JOIN movement m ON m.store_id = b.store_id AND m.seq BETWEEN b.first_movement AND b.last_movement
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
JOIN lot l ON l.store_id = m.store_id AND l.lot_no = m.lot_no
WHERE b.store_id = :store_id AND b.box_no BETWEEN :first_box AND :last_box
    AND (CAST(:month AS bigint) = 0 OR b.month = :month)
ORDER BY b.box_no, m.seq
