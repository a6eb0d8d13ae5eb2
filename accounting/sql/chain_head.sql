-- The head of the chain as the store keeps it. Binds: store_id. Rows: one. Returns: chain_hash, last_event.
SELECT chain_hash, last_event FROM store_books WHERE store_id = :store_id
