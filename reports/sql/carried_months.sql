-- The boxes packed at the end of each closed month in a range.
-- @many
SELECT month, carried_boxes, carried_contents_minor, carried_packaging_minor, carried_labor_minor
FROM closed_month
WHERE store_id = :store_id AND month BETWEEN :first AND :last
ORDER BY month
