-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT box_no, signer_no, signer, signed_event
FROM note_signature
WHERE store_id = :store_id
ORDER BY store_id, box_no, signer_no
