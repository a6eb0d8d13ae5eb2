-- Adds all items of a count.
INSERT INTO count_line (store_id, count_no, item_no, expected)
SELECT CAST(:store_id AS bigint), CAST(:count_no AS bigint), r.item_no, r.expected
FROM unnest(CAST(:item_no AS bigint[]), CAST(:expected AS bigint[])) AS r (item_no, expected)
