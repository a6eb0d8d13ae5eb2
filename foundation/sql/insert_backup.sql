-- Notes a backup that was made. Binds: made_at, place, is_good.
INSERT INTO backup (made_at, place, is_good) VALUES (:made_at, :place, :is_good)
