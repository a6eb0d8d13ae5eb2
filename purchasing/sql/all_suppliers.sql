-- Every version of every supplier, the newest last, and whether it was taken away.
-- @many
-- @integer removed
SELECT s.*, CASE WHEN r.row_no IS NULL THEN 0 ELSE 1 END AS removed
FROM supplier s
LEFT JOIN removed_row r ON r.store_id = s.store_id AND r.kind = 'supplier' AND r.row_no = s.supplier_no
WHERE s.store_id = :store_id
ORDER BY s.supplier_no, s.version
