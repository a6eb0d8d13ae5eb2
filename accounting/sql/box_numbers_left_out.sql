-- How many box numbers an import of movements has left out: those of boxes that were planned or cancelled where the files come from. Binds: store_id.
-- Rows: one. Returns: the highest number that it brought less how many it brought; 0 without such an import.
SELECT COALESCE(MAX(b.box_no), 0) - COUNT(b.box_no)
FROM event e
JOIN box b ON b.store_id = e.store_id AND b.event_seq = e.event_seq
WHERE e.store_id = :store_id AND e.action = 'import.movements'
