-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT labor_rate_minor, labor_minutes, costing_method, closed_through, last_item, last_recipient, last_lot,
    last_movement, last_box, last_cap, last_event, chain_hash, waiting_months
FROM store_books
WHERE store_id = :store_id
ORDER BY store_id
