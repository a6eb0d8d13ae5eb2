-- Every month's totals. Binds: store_id.
-- Returns: month, boxes_given, recipients, contents, packaging, labor, committed, restock, write_off, overrides, first_movement,
-- last_movement.
SELECT month, boxes_given, recipients, contents_minor, packaging_minor, labor_minor, committed_minor, restock_minor,
    write_off_minor, overrides, first_movement, last_movement
FROM month_total
WHERE store_id = :store_id
ORDER BY month
