-- The last number given to a nomination, 0 when there is none. Binds: store_id. Rows: one. Returns: nomination_no.
SELECT COALESCE(MAX(nomination_no), 0) FROM nomination WHERE store_id = :store_id
