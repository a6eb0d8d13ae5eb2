-- What moved on a lot, among the movements numbered from first_seq to last_seq.
-- @many
-- @text reason
SELECT m.seq, m.moved_on, m.kind, m.units, m.cost_minor, m.box_no, m.event_seq, COALESCE(m.reason, '') AS reason
FROM movement m
WHERE m.store_id = :store_id AND m.seq BETWEEN :first_seq AND :last_seq AND m.lot_no = :lot_no
ORDER BY m.seq
