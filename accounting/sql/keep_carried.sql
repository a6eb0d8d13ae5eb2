-- Stores the boxes packed at the end of a closed month.
UPDATE closed_month
SET carried_boxes = :boxes, carried_contents_minor = :contents, carried_packaging_minor = :packaging,
    carried_labor_minor = :labor
WHERE store_id = :store_id AND month = :month
