-- The facts recorded in `cap_exception`, each with its event.
-- @many
-- @integer month
SELECT event_seq, line_no, month, step, box_no, lot_no, cap, action, amount_minor, would_be_minor, order_no,
    rolled_minor, percent
FROM cap_exception
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, line_no
