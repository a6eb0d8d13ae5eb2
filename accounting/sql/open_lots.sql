-- The rest of every lot that is not used up.
-- @many
-- @integer received_on
SELECT item_no, received_on, lot_no, units_left, cost_left_minor
FROM open_lot
WHERE store_id = :store_id
ORDER BY item_no, received_on, lot_no
