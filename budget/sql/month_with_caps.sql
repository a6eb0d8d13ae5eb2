-- A month's totals, if there are any, and the caps set for it or before. Binds: store_id, month.
-- Returns: boxes_given, recipients, contents, packaging, labor, committed, restock, write_off, overrides, first_movement, last_movement (the row of totals, then nulls), or
-- eleven zeros, then cap, from_month, amount, action (a row a cap, in the order in which they took effect).
SELECT boxes_given, recipients, contents_minor, packaging_minor, labor_minor, committed_minor, restock_minor, write_off_minor,
    overrides, first_movement, last_movement, NULL AS cap, 0 AS from_month, 0 AS amount_minor, NULL AS action, 0 AS cap_no
FROM month_total
WHERE store_id = :store_id AND month = :month
UNION ALL
SELECT 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, cap, from_month, amount_minor, action, cap_no
FROM cap
WHERE store_id = :store_id AND from_month <= :month
ORDER BY from_month, cap_no
