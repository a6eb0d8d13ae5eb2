-- Records a completed migration.
INSERT INTO schema_version (number, name) VALUES (:number, :name)
