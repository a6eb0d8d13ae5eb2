-- What boxes without a tax class, purpose or relationship of their own have in a month.
-- @optional
SELECT tax_class, purpose, relationship, from_month
FROM gift_default
WHERE store_id = :store_id AND from_month <= :month
ORDER BY from_month DESC, event_seq DESC
LIMIT 1
