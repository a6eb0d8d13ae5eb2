-- Whether a recipient is on the list of a month.
-- @optional
SELECT chosen_by FROM choice WHERE store_id = :store_id AND month = :month AND recipient_no = :recipient_no
