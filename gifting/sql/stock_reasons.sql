-- All changes of the list of reasons, in their order.
-- @many
SELECT name, listed
FROM stock_reason
WHERE store_id = :store_id
ORDER BY event_seq
