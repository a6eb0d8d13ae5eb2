-- Sets the costs of a cancelled planned box to 0.
UPDATE planned_box
SET state = 'cancelled', cancel_reason = :cancel_reason, labor_minutes = 0, contents_minor = 0, packaging_minor = 0,
    labor_minor = 0
WHERE store_id = :store_id AND box_no = :box_no
