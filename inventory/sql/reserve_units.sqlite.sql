-- Sets the reserved units of one item per run.
-- @each item_no, reserved
UPDATE item SET reserved_units = :reserved WHERE store_id = :store_id AND item_no = :item_no
