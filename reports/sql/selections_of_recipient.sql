-- The months for which a recipient was selected.
-- @many
SELECT month, approved_event
FROM selection
WHERE store_id = :store_id AND recipient_no = :recipient_no
ORDER BY month
