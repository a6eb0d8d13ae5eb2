-- Every version of every supplier, the newest last.
-- @many
SELECT * FROM supplier WHERE store_id = :store_id ORDER BY supplier_no, version
