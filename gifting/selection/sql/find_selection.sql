-- Whether a recipient is on the list of a month.
-- @optional
SELECT selected_by FROM selection WHERE store_id = :store_id AND month = :month AND recipient_no = :recipient_no
