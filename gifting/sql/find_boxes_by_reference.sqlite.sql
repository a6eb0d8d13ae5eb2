-- One imported box a run, a row a movement of its packing. Binds: store_id, reference.
-- Returns: reference, recipient code, packed_on, given_on, labor_minutes, sku, units, box_no.
SELECT b.reference, r.code, b.packed_on, b.given_on, b.labor_minutes, i.sku, -m.units, b.box_no
FROM box b
JOIN recipient r ON r.store_id = b.store_id AND r.recipient_no = b.recipient_no
JOIN movement m ON m.store_id = b.store_id AND m.seq BETWEEN b.first_movement AND b.last_movement
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
WHERE b.store_id = :store_id AND b.reference = :reference
ORDER BY m.seq
