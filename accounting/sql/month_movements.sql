-- The movements dated in a month: the columns of a fact. The movements bound are its span.
-- @many
SELECT seq, moved_on, kind, item_no, lot_no, units, cost_minor, box_no, reason, corrects
FROM movement
WHERE store_id = :store_id AND seq BETWEEN :first_movement AND :last_movement AND moved_on / 100 = :month
ORDER BY seq
