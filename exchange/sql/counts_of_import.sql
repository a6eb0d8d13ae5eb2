-- The items that a range of movements counted with a difference that nobody reversed, each with the first such
-- movement, and whether it was counted again after an event.
-- @many
-- @integer seq, counted
SELECT MIN(m.seq) AS seq, i.item_no, i.sku, i.name,
    CASE WHEN EXISTS (
        SELECT 1 FROM item_count c
        WHERE c.store_id = i.store_id AND c.item_no = i.item_no AND c.event_seq > :after AND NOT EXISTS (
            SELECT 1 FROM import_batch b
            WHERE b.store_id = c.store_id AND b.event_seq = c.event_seq AND b.undone_event > 0))
    THEN 1 ELSE 0 END AS counted
FROM movement m
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
WHERE m.store_id = :store_id AND m.seq BETWEEN :first AND :last AND m.kind = 'count' AND NOT EXISTS (
    SELECT 1 FROM movement r
    WHERE r.store_id = m.store_id AND r.corrects = m.seq AND r.kind = 'count-reversal')
GROUP BY i.store_id, i.item_no, i.sku, i.name
ORDER BY i.item_no
