-- The approvals of the template's versions.
-- @many
SELECT version, approved_by, approved_event FROM note_template WHERE store_id = :store_id ORDER BY version
