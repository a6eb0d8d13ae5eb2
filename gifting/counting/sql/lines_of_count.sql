-- The items of a count as they were counted last, in the order of bins; those without a bin come last.
-- @many
-- @null turn, units, books, last_movement, cost_minor, counted_by, counted_at
SELECT l.item_no, i.sku, i.name, i.category, i.bin, l.expected, e.turn, e.units, e.books, e.last_movement,
    e.cost_minor, v.actor AS counted_by, v.recorded_at AS counted_at
FROM count_line l
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
LEFT JOIN count_entry e ON e.store_id = l.store_id AND e.count_no = l.count_no AND e.item_no = l.item_no
    AND e.turn = (
        SELECT MAX(x.turn)
        FROM count_entry x
        WHERE x.store_id = l.store_id AND x.count_no = l.count_no AND x.item_no = l.item_no)
LEFT JOIN event v ON v.store_id = e.store_id AND v.event_seq = e.event_seq
WHERE l.store_id = :store_id AND l.count_no = :count_no
ORDER BY CASE WHEN i.bin = '' THEN 1 ELSE 0 END, i.bin, i.sku
