-- Updates the counters and the head of the audit log, once per transaction.
UPDATE store_books
SET closed_through = :closed_through,
    last_item = :last_item, last_recipient = :last_recipient, last_lot = :last_lot, last_movement = :last_movement,
    last_box = :last_box, last_cap = :last_cap, last_event = :last_event, chain_hash = :chain_hash
WHERE store_id = :store_id
