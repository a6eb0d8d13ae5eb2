-- Stores one line of a month's proposal.
-- @each recipient_no, sku, units
INSERT INTO month_plan_line (store_id, month, recipient_no, item_no, units)
SELECT store_id, :month, :recipient_no, item_no, :units FROM item WHERE store_id = :store_id AND sku = :sku
