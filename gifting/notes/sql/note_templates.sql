-- Every version of the template, oldest first, with who set and approved it.
-- @many
-- @null approved_at
SELECT t.version, t.wording, t.signers, e.actor AS set_by, e.recorded_at AS set_at, t.approved_by,
    a.recorded_at AS approved_at
FROM note_template t
JOIN event e ON e.store_id = t.store_id AND e.event_seq = t.event_seq
LEFT JOIN event a ON a.store_id = t.store_id AND a.event_seq = t.approved_event
WHERE t.store_id = :store_id
ORDER BY t.version
