-- Every store. Returns: store_id, code.
SELECT store_id, code FROM store ORDER BY store_id
