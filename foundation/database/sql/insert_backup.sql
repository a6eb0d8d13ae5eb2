-- Records a backup.
INSERT INTO backup (made_at, place, is_good) VALUES (:made_at, :place, :is_good)
