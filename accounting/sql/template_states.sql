-- Who approved the versions of the template. Binds: store_id. Returns: version, approved_by, approved_event.
SELECT version, approved_by, approved_event FROM note_template WHERE store_id = :store_id ORDER BY version
