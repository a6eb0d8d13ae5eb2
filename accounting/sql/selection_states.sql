-- The recipients on the lists, with the approvals.
-- @many
-- @integer month
SELECT month, recipient_no, event_seq, approved_by, approved_event FROM selection WHERE store_id = :store_id
    ORDER BY month, recipient_no
