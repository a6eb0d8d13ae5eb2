-- The answers to nominations.
-- @many
SELECT nomination_no, recipient_no, state FROM nomination WHERE store_id = :store_id ORDER BY nomination_no
