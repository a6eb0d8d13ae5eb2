-- The head of the chain. Binds: store_id, last_event, chain_hash.
UPDATE store_books
SET last_event = :last_event, chain_hash = :chain_hash
WHERE store_id = :store_id
