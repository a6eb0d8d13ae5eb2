-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO event (store_id, event_seq, recorded_at, actor, action, subject, detail, hash)
SELECT CAST(:store_id AS bigint), r.event_seq, r.recorded_at, r.actor, r.action, r.subject, r.detail, r.hash
FROM unnest(CAST(:event_seq AS bigint[]), CAST(:recorded_at AS bigint[]), CAST(:actor AS text[]),
    CAST(:action AS text[]), CAST(:subject AS text[]), CAST(:detail AS text[]), CAST(:hash AS text[]))
    AS r (event_seq, recorded_at, actor, action, subject, detail, hash)
