-- The empty books of a new store.
INSERT INTO store_books (store_id, labor_rate_minor, labor_minutes, costing_method, closed_through, last_item,
    last_recipient, last_lot, last_movement, last_box, last_cap, last_event, chain_hash)
VALUES (:store_id, :labor_rate, :labor_minutes, :costing_method, 0, 0, 0, 0, 0, 0, 0, 0, :chain_hash)
