-- The number of box numbers skipped by an import of movements (boxes planned or cancelled in the source): the highest
-- number it imported less the number of boxes. 0 without such an import.
-- @one
SELECT COALESCE(MAX(b.box_no), 0) - COUNT(b.box_no) AS left_out
FROM event e
JOIN box b ON b.store_id = e.store_id AND b.event_seq = e.event_seq
WHERE e.store_id = :store_id AND e.action = 'import.movements'
