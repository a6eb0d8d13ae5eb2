-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO store_books (store_id, labor_rate_minor, labor_minutes, costing_method, closed_through, last_item, last_recipient,
    last_lot, last_movement, last_box, last_cap, last_event, chain_hash, waiting_months)
VALUES (:store_id, :labor_rate_minor, :labor_minutes, :costing_method, :closed_through, :last_item,
    :last_recipient, :last_lot, :last_movement, :last_box, :last_cap, :last_event, :chain_hash, :waiting_months)
