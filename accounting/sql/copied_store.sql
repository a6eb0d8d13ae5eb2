-- What a store was at. Binds: store_id. Returns: last box, last event, the head of the chain.
SELECT last_box, last_event, chain_hash
FROM store_books
WHERE store_id = :store_id
