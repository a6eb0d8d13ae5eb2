-- The totals of a range of months.
-- @many
-- @integer month
SELECT month, boxes_given, recipients, contents_minor, packaging_minor, labor_minor, committed_minor, restock_minor,
    write_off_minor, variance_minor, overrides, first_movement, last_movement
FROM month_total
WHERE store_id = :store_id AND month BETWEEN :first AND :last
ORDER BY month
