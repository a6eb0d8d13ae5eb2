-- Releases the units reserved for a planned box.
DELETE FROM planned_line WHERE store_id = :store_id AND box_no = :box_no
