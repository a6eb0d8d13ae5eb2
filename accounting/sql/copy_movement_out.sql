-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT seq, moved_on, kind, item_no, lot_no, units, cost_minor, box_no, reason, event_seq
FROM movement
WHERE store_id = :store_id
ORDER BY store_id, seq
