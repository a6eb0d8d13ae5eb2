-- The months for which a recipient was chosen. Binds: store_id, recipient_no. Returns: month, approved_event.
SELECT month, approved_event
FROM choice
WHERE store_id = :store_id AND recipient_no = :recipient_no
ORDER BY month
