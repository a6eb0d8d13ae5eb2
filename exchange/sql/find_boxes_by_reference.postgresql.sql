-- Imported boxes, one row per movement of their packing.
-- Boxes of an import that was undone are left out.
-- @many
-- @each reference
-- @null tax_class, purpose
-- @text tax_class, purpose
SELECT b.reference, r.code AS recipient_code, b.packed_on, b.given_on, b.labor_minutes, i.sku, -m.units AS units,
    b.box_no,
    (SELECT t.tax_class FROM box_tax t WHERE t.store_id = b.store_id AND t.box_no = b.box_no
        ORDER BY t.event_seq DESC LIMIT 1) AS tax_class,
    (SELECT t.purpose FROM box_tax t WHERE t.store_id = b.store_id AND t.box_no = b.box_no
        ORDER BY t.event_seq DESC LIMIT 1) AS purpose
FROM box b
JOIN recipient r ON r.store_id = b.store_id AND r.recipient_no = b.recipient_no
JOIN movement m ON m.store_id = b.store_id AND m.seq BETWEEN b.first_movement AND b.last_movement
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
WHERE b.store_id = :store_id AND b.reference = ANY (CAST(:reference AS text[]))
    AND (b.state <> 'unpacked' OR NOT EXISTS (SELECT 1 FROM import_batch u WHERE u.store_id = b.store_id
        AND u.event_seq = b.event_seq AND u.undone_event > 0))
ORDER BY m.seq
