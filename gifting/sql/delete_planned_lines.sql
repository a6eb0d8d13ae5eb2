-- What a box was planned with is reserved no longer.
DELETE FROM planned_line WHERE store_id = :store_id AND box_no = :box_no
