-- The recipients given a box, by month.
-- @many
-- @integer month
SELECT month, recipient_no FROM month_recipient WHERE store_id = :store_id ORDER BY month, recipient_no
