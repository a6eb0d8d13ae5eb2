-- Keeps a view, in place of the person's own one of the same name.
INSERT INTO saved_view (store_id, user_id, page, name, query, role)
VALUES (:store_id, :user_id, :page, :name, :query, :role)
ON CONFLICT (store_id, user_id, page, name) DO UPDATE SET query = excluded.query, role = excluded.role
