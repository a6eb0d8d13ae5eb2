-- Forgets a backup whose file is gone. Binds: made_at, place.
DELETE FROM backup WHERE made_at = :made_at AND place = :place
