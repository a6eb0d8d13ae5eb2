-- The movements of units numbered over `after`.
-- @many
SELECT seq, moved_on, item_no, kind, units
FROM movement
WHERE store_id = :store_id AND seq > :after AND units <> 0
ORDER BY seq
