-- The lines of a month's proposal, with boxes in the order in which their recipients were selected.
-- @many
SELECT l.recipient_no, r.code, i.sku, l.units, r.name
FROM month_plan_line l
JOIN recipient r ON r.store_id = l.store_id AND r.recipient_no = l.recipient_no
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
LEFT JOIN selection c ON c.store_id = l.store_id AND c.month = l.month AND c.recipient_no = l.recipient_no
WHERE l.store_id = :store_id AND l.month = :month
ORDER BY COALESCE(c.event_seq, 0), l.recipient_no, l.item_no
