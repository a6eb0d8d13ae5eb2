-- Which signatures have been given. Binds: store_id. Returns: box_no, signer_no, signed_event.
SELECT box_no, signer_no, signed_event FROM note_signature WHERE store_id = :store_id ORDER BY box_no, signer_no
