-- A planned box that has been packed. Binds: store_id, box_no.
DELETE FROM planned_box WHERE store_id = :store_id AND box_no = :box_no
