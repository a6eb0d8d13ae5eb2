-- Does the work of insert_event and update_books in one statement, on PostgreSQL without Citus.
WITH appended AS (
    INSERT INTO event (store_id, event_seq, recorded_at, actor, action, subject, detail, hash)
    VALUES (:store_id, :event_seq, :recorded_at, :actor, :action, :subject, :detail, :hash)
)
UPDATE store_books
SET closed_through = :closed_through,
    last_item = :last_item, last_recipient = :last_recipient, last_lot = :last_lot, last_movement = :last_movement,
    last_box = :last_box, last_cap = :last_cap, last_event = :last_event, chain_hash = :chain_hash
WHERE store_id = :store_id
