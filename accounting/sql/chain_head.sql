-- The head of the chain as the store keeps it.
-- @one
SELECT chain_hash, last_event FROM store_books WHERE store_id = :store_id
