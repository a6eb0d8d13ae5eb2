-- Sets the head of the audit log.
UPDATE store_books
SET last_event = :last_event, chain_hash = :chain_hash
WHERE store_id = :store_id
