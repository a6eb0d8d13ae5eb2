-- An item of a count, and how often it was counted.
-- @optional
SELECT l.expected, (
    SELECT COUNT(*)
    FROM count_entry e
    WHERE e.store_id = l.store_id AND e.count_no = l.count_no AND e.item_no = l.item_no) AS turns
FROM count_line l
WHERE l.store_id = :store_id AND l.count_no = :count_no AND l.item_no = :item_no
