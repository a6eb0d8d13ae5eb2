-- Records that a migration has run. Binds: number, name.
INSERT INTO schema_version (number, name) VALUES (:number, :name)
