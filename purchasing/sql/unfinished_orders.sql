-- The orders that are drafts, or open and not complete, the newest first.
-- @many
SELECT order_no FROM unfinished_order WHERE store_id = :store_id ORDER BY order_no DESC
