-- The events after one that changed items or recipients, without imports that were undone and what undid them.
-- @many
SELECT e.event_seq, e.recorded_at, e.actor, e.action, e.subject, e.detail, e.hash
FROM event e
WHERE e.store_id = :store_id AND e.event_seq > :after
    AND e.action IN ('item.edit', 'item.retire', 'item.unretire', 'import.items', 'recipient.edit',
        'recipient.anonymize', 'import.recipients')
    AND NOT EXISTS (SELECT 1 FROM import_batch b
        WHERE b.store_id = e.store_id AND b.event_seq = e.event_seq AND b.undone_event > 0)
ORDER BY e.event_seq
