-- Forgets the earlier values of an import that is undone.
DELETE FROM import_before WHERE store_id = :store_id AND batch_no = :batch_no
