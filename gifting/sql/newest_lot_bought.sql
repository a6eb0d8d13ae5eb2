-- The newest lot of an item that was bought or drawn from parts.
-- @optional
SELECT units, cost_minor
FROM lot
WHERE store_id = :store_id AND item_no = :item_no AND source IN ('purchase', 'parts_transfer')
ORDER BY lot_no DESC
LIMIT 1
