-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO store_books (store_id, labor_rate_minor, labor_minutes, costing_method, closed_through, last_item, last_recipient,
    last_lot, last_movement, last_box, last_cap, last_event, chain_hash, waiting_months)
SELECT CAST(:store_id AS bigint), r.labor_rate_minor, r.labor_minutes, r.costing_method, r.closed_through,
    r.last_item, r.last_recipient, r.last_lot, r.last_movement, r.last_box, r.last_cap, r.last_event, r.chain_hash,
    r.waiting_months
FROM unnest(CAST(:labor_rate_minor AS bigint[]), CAST(:labor_minutes AS bigint[]), CAST(:costing_method AS text[]),
    CAST(:closed_through AS bigint[]), CAST(:last_item AS bigint[]), CAST(:last_recipient AS bigint[]),
    CAST(:last_lot AS bigint[]), CAST(:last_movement AS bigint[]), CAST(:last_box AS bigint[]),
    CAST(:last_cap AS bigint[]), CAST(:last_event AS bigint[]), CAST(:chain_hash AS text[]),
    CAST(:waiting_months AS bigint[]))
    AS r (labor_rate_minor, labor_minutes, costing_method, closed_through, last_item, last_recipient, last_lot,
    last_movement, last_box, last_cap, last_event, chain_hash, waiting_months)
