-- Removes one used-up lot per run; on PostgreSQL, draw_open_lots does it.
-- @each item_no, received_on, lot_no
DELETE FROM open_lot
WHERE store_id = :store_id AND item_no = :item_no AND received_on = :received_on AND lot_no = :lot_no
