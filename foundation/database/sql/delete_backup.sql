-- Deletes the record of a backup whose file is gone.
DELETE FROM backup WHERE made_at = :made_at AND place = :place
