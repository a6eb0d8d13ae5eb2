-- Every store. Returns: store_id, code, name.
SELECT store_id, code, name FROM store ORDER BY code
