-- Whether a recipient is on the list of a month. Binds: store_id, month, recipient_no. Rows: one or none. Returns: chosen_by.
SELECT chosen_by FROM choice WHERE store_id = :store_id AND month = :month AND recipient_no = :recipient_no
