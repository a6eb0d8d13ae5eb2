-- Reads the store's books. The transaction already holds the write lock.
-- @optional
SELECT s.store_id, s.code, s.name, s.legal_entity, s.currency, b.labor_rate_minor, b.labor_minutes, b.costing_method,
    b.closed_through, b.last_item, b.last_recipient, b.last_lot, b.last_movement, b.last_box, b.last_cap, b.last_event, b.chain_hash, b.minimum_gift_interval,
    b.dated_settings, s.locale, s.time_zones
FROM store s
JOIN store_books b ON b.store_id = s.store_id
WHERE s.code = :code
