-- Deletes a planned box that has been packed.
DELETE FROM planned_box WHERE store_id = :store_id AND box_no = :box_no
