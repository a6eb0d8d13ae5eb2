-- A month's totals, if there are any, beside each of the caps set for it or before. Binds: store_id, month. Rows: one, or one a cap in the order in
-- which they took effect.
-- Returns: boxes_given, recipients, contents, packaging, labor, committed, restock, write_off, overrides, first_movement, last_movement (nulls when
-- there are no totals), cap, from_month, amount, action (nulls when there is no cap), what is committed in the open months before it.
SELECT t.boxes_given, t.recipients, t.contents_minor, t.packaging_minor, t.labor_minor, t.committed_minor, t.restock_minor,
    t.write_off_minor, t.overrides, t.first_movement, t.last_movement, c.cap, c.from_month, c.amount_minor, c.action,
    (SELECT CAST(COALESCE(SUM(o.committed_minor), 0) AS BIGINT)
     FROM month_total o
     WHERE o.store_id = :store_id AND o.month > b.closed_through AND o.month < :month)
FROM store_books b
LEFT JOIN month_total t ON t.store_id = b.store_id AND t.month = :month
LEFT JOIN cap c ON c.store_id = b.store_id AND c.from_month <= :month
WHERE b.store_id = :store_id
ORDER BY c.from_month, c.cap_no
