-- A month's totals, if any, beside each cap set for it or earlier, in the order of their first months; without caps,
-- one row. With each cap what rolled over into the month. Then the amount committed in the open months before it.
-- @many
-- @null cap, from_month, amount_minor, action, roll_over, roll_over_most_minor, warn_percent
SELECT COALESCE(t.boxes_given, 0) AS boxes_given, COALESCE(t.recipients, 0) AS recipients,
    COALESCE(t.contents_minor, 0) AS contents_minor, COALESCE(t.packaging_minor, 0) AS packaging_minor,
    COALESCE(t.labor_minor, 0) AS labor_minor, COALESCE(t.committed_minor, 0) AS committed_minor,
    COALESCE(t.restock_minor, 0) AS restock_minor, COALESCE(t.write_off_minor, 0) AS write_off_minor,
    COALESCE(t.variance_minor, 0) AS variance_minor,
    COALESCE(t.overrides, 0) AS overrides, COALESCE(t.first_movement, 0) AS first_movement,
    COALESCE(t.last_movement, 0) AS last_movement, c.cap, c.from_month, c.amount_minor, c.action,
    c.roll_over, c.roll_over_most_minor, c.warn_percent, COALESCE(r.amount_minor, 0) AS rolled_minor,
    (SELECT CAST(COALESCE(SUM(o.committed_minor), 0) AS BIGINT)
     FROM month_total o
     WHERE o.store_id = :store_id AND o.month > b.closed_through AND o.month < :month) AS committed_before_minor
FROM store_books b
LEFT JOIN month_total t ON t.store_id = b.store_id AND t.month = :month
LEFT JOIN cap c ON c.store_id = b.store_id AND c.from_month <= :month
LEFT JOIN cap_roll_over r ON r.store_id = b.store_id AND r.month = :month AND r.cap = c.cap
WHERE b.store_id = :store_id
ORDER BY c.from_month, c.cap_no
