-- The number of the recipients with one code per run, ignoring capitals.
-- @many
-- @each code_folded
SELECT code, recipient_no, do_not_gift, anonymized, unconfirmed FROM recipient
    WHERE store_id = :store_id AND code_folded = :code_folded
