-- The last count of every item that was counted, without those of files whose import was undone.
-- @many
SELECT c.item_no, c.counted_on, c.difference, c.counted_by
FROM item i
JOIN item_count c ON c.store_id = i.store_id AND c.item_no = i.item_no AND c.event_seq = (
    SELECT MAX(x.event_seq)
    FROM item_count x
    WHERE x.store_id = i.store_id AND x.item_no = i.item_no AND NOT EXISTS (
        SELECT 1 FROM import_batch b
        WHERE b.store_id = x.store_id AND b.event_seq = x.event_seq AND b.undone_event > 0))
WHERE i.store_id = :store_id
ORDER BY c.item_no, c.line_no
