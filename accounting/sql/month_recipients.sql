-- Who was given a box, by month. Binds: store_id. Returns: month, recipient_no.
SELECT month, recipient_no FROM month_recipient WHERE store_id = :store_id ORDER BY month, recipient_no
