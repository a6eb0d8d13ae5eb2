-- A page of movements: the columns of a fact, with its event.
-- @many
-- @integer moved_on
SELECT seq, moved_on, kind, item_no, lot_no, units, cost_minor, box_no, reason, event_seq, corrects
FROM movement
WHERE store_id = :store_id AND seq > :after AND seq <= :upto
ORDER BY seq
