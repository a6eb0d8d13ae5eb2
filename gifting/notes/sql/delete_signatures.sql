-- Takes the signers of a note away, which others follow.
DELETE FROM note_signature WHERE store_id = :store_id AND box_no = :box_no
