-- The head of the audit log as the store has it.
-- @one
SELECT chain_hash, last_event FROM store_books WHERE store_id = :store_id
