-- How a table with these column names was read.
-- @optional
SELECT name, answers FROM import_mapping WHERE store_id = :store_id AND kind = :kind AND header = :header
