-- The signers of a month's notes, in the order of the template; signed_event is 0 until they sign.
-- @many
SELECT s.box_no, s.signer, s.signed_event
FROM (
    SELECT store_id, box_no FROM planned_box WHERE store_id = :store_id AND month = :month AND state = 'planned'
    UNION ALL
    SELECT store_id, box_no FROM box WHERE store_id = :store_id AND month = :month AND state <> 'unpacked'
) b
JOIN note_signature s ON s.store_id = b.store_id AND s.box_no = b.box_no
ORDER BY s.box_no, s.signer_no
