-- The signatures given.
-- @many
SELECT box_no, signer_no, signed_event FROM note_signature WHERE store_id = :store_id ORDER BY box_no, signer_no
