-- Who approved, and when. Binds: store_id, event_seq. Rows: one. Returns: actor, recorded_at.
SELECT actor, recorded_at FROM event WHERE store_id = :store_id AND event_seq = :event_seq
