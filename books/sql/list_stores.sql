-- Every store.
-- @many
SELECT store_id, code, name FROM store ORDER BY code
