-- What became of a planned box. Binds: store_id, box_no, state, cancel_reason.
UPDATE planned_box SET state = :state, cancel_reason = :cancel_reason WHERE store_id = :store_id AND box_no = :box_no
