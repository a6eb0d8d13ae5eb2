-- Adds a version of a recipe; labor_minutes may be null. Binds: store_id, recipe_no, version, name, labor_minutes, event_seq.
INSERT INTO recipe (store_id, recipe_no, version, name, labor_minutes, event_seq)
VALUES (:store_id, :recipe_no, :version, :name, CAST(:labor_minutes AS bigint), :event_seq)
