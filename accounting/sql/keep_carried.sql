-- Stores the boxes packed at the end of a closed month, by the event that closed it.
UPDATE closed_month
SET carried_boxes = :boxes, carried_contents_minor = :contents, carried_packaging_minor = :packaging,
    carried_labor_minor = :labor
WHERE store_id = :store_id AND event_seq = :event_seq
