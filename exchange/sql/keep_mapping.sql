-- Keeps how a table was read.
INSERT INTO import_mapping (store_id, kind, header, name, answers)
VALUES (:store_id, :kind, :header, :name, :answers)
ON CONFLICT (store_id, kind, header) DO UPDATE SET name = excluded.name, answers = excluded.answers
