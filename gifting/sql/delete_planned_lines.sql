-- What a box was planned with is reserved no longer. Binds: store_id, box_no.
DELETE FROM planned_line WHERE store_id = :store_id AND box_no = :box_no
