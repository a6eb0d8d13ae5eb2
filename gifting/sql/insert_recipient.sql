-- Adds a recipient. Binds: every column.
INSERT INTO recipient (store_id, recipient_no, code, name, recipient_group, kind, note)
VALUES (:store_id, :recipient_no, :code, :name, :group, :kind, :note)
