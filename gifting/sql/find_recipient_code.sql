-- The code of a recipient by number.
-- @optional
SELECT code FROM recipient WHERE store_id = :store_id AND recipient_no = :recipient_no
