-- The codes that a recipient had before.
-- @many
SELECT code FROM recipient_alias WHERE store_id = :store_id AND recipient_no = :recipient_no ORDER BY code_folded
