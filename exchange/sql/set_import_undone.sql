-- Marks an import as undone.
UPDATE import_batch
SET undone_event = :undone_event, undo_reason = :undo_reason
WHERE store_id = :store_id AND batch_no = :batch_no
