-- Records that a migration has run.
INSERT INTO schema_version (number, name) VALUES (:number, :name)
