-- What became of nominations. Binds: store_id. Returns: nomination_no, state.
SELECT nomination_no, state FROM nomination WHERE store_id = :store_id ORDER BY nomination_no
