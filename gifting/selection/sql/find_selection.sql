-- Who put a recipient on the list of a month, and who approved that.
-- @optional
SELECT selected_by, approved_by
FROM selection
WHERE store_id = :store_id AND month = :month AND recipient_no = :recipient_no
