-- The facts recorded in `gift_default`, each with its event.
-- @many
-- @integer from_month
SELECT event_seq, from_month, tax_class, purpose, relationship
FROM gift_default
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq
