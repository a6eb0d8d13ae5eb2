-- The items taken for every packed or given box that counts in a period (as in boxes), one row per movement, by box.
-- @many
-- @null tax_class, purpose
-- @text tax_class, purpose
SELECT b.reference, b.box_no, r.code AS recipient_code, b.packed_on, b.given_on, i.sku, -m.units AS units,
    b.labor_minutes,
    (SELECT t.tax_class FROM box_tax t WHERE t.store_id = b.store_id AND t.box_no = b.box_no
        ORDER BY t.event_seq DESC LIMIT 1) AS tax_class,
    (SELECT t.purpose FROM box_tax t WHERE t.store_id = b.store_id AND t.box_no = b.box_no
        ORDER BY t.event_seq DESC LIMIT 1) AS purpose
FROM box b
JOIN recipient r ON r.store_id = b.store_id AND r.recipient_no = b.recipient_no
CROSS JOIN movement m
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
WHERE m.store_id = b.store_id AND m.seq BETWEEN b.first_movement AND b.last_movement
    AND b.store_id = :store_id AND b.state <> 'unpacked' AND b.month BETWEEN :first_month AND :last_month
    AND COALESCE(b.given_on, CASE WHEN b.packed_on < b.month * 100 THEN b.month * 100 + 1
        ELSE b.packed_on END) BETWEEN :first AND :last
ORDER BY +b.box_no, m.seq
