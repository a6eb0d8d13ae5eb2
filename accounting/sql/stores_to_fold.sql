-- Every store.
-- @many
SELECT store_id, code FROM store ORDER BY store_id
