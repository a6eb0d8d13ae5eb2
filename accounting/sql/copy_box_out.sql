-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT box_no, reference, recipient_no, state, month, packed_on, given_on, unpacked_on, labor_minutes,
    contents_minor, packaging_minor, labor_minor, pack_override, give_override, first_movement, last_movement, event_seq
FROM box
WHERE store_id = :store_id
ORDER BY store_id, box_no
