-- How a table of the file was created. Binds: name. Rows: one. Returns: text.
SELECT sql FROM main.sqlite_master WHERE type = 'table' AND name = :name
