-- The last count of every item that was counted.
-- @many
SELECT c.item_no, c.counted_on, c.difference, c.counted_by
FROM item i
JOIN item_count c ON c.store_id = i.store_id AND c.item_no = i.item_no AND c.event_seq = (
    SELECT MAX(x.event_seq)
    FROM item_count x
    WHERE x.store_id = i.store_id AND x.item_no = i.item_no)
WHERE i.store_id = :store_id
ORDER BY c.item_no, c.line_no
