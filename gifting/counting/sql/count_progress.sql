-- How many items a count has, and how many of them were counted.
-- @one
SELECT (SELECT COUNT(*) FROM count_line WHERE store_id = :store_id AND count_no = :count_no) AS items,
    (SELECT COUNT(*) FROM count_entry WHERE store_id = :store_id AND count_no = :count_no AND turn = 1) AS counted
