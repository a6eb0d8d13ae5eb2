-- The event that made the store. Binds: store_id. Rows: one. Returns: detail.
SELECT detail FROM event WHERE store_id = :store_id AND event_seq = 1
