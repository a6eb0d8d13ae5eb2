-- Forgets the earlier values of a recipient that imports changed.
DELETE FROM import_before
WHERE store_id = :store_id AND row_no = :recipient_no AND batch_no IN (
    SELECT batch_no FROM import_batch WHERE store_id = :store_id AND kind = 'recipients')
