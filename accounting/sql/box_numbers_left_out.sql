-- How many box numbers an import of movements has left out, those of boxes planned or cancelled where it comes from:
-- the highest that it brought less how many it brought. 0 without such an import.
-- @one
SELECT COALESCE(MAX(b.box_no), 0) - COUNT(b.box_no) AS left_out
FROM event e
JOIN box b ON b.store_id = e.store_id AND b.event_seq = e.event_seq
WHERE e.store_id = :store_id AND e.action = 'import.movements'
