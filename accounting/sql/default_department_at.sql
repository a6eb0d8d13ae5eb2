-- The department of boxes without one of their own in a month.
-- @optional
SELECT department, from_month
FROM default_department
WHERE store_id = :store_id AND from_month <= :month
ORDER BY from_month DESC, event_seq DESC
LIMIT 1
