-- The caps that warned or were overridden in steps of some months, in the order recorded, with the reason for the
-- step. A CROSS JOIN, as SQLite takes its tables in that order.
-- @many
-- @text reason
-- @null sku, recipient_code, recipient_name, reason
SELECT x.month, x.event_seq, x.box_no, x.order_no, i.sku, r.code AS recipient_code, r.name AS recipient_name,
    x.cap, x.action, x.amount_minor, x.would_be_minor, x.rolled_minor, x.percent,
    CASE x.step WHEN 'plan' THEN p.plan_override WHEN 'give' THEN b.give_override ELSE b.pack_override END AS reason,
    e.actor, e.recorded_at
FROM cap_exception x
CROSS JOIN event e
LEFT JOIN box b ON b.store_id = x.store_id AND b.box_no = x.box_no
LEFT JOIN planned_box p ON p.store_id = x.store_id AND p.box_no = x.box_no
LEFT JOIN recipient r ON r.store_id = x.store_id AND r.recipient_no = COALESCE(b.recipient_no, p.recipient_no)
LEFT JOIN lot l ON l.store_id = x.store_id AND l.lot_no = x.lot_no
LEFT JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
WHERE x.store_id = :store_id AND x.month BETWEEN :first_month AND :last_month
    AND e.store_id = x.store_id AND e.event_seq = x.event_seq
ORDER BY x.event_seq, x.line_no
