-- The totals of a range of months.
-- @many
SELECT month, boxes_given, recipients, contents_minor, packaging_minor, labor_minor, committed_minor, restock_minor,
    write_off_minor, overrides
FROM month_total
WHERE store_id = :store_id AND month BETWEEN :first AND :last
ORDER BY month
