-- A page of boxes: the columns of a fact and of what became of it, month and event.
-- @many
-- @integer packed_on, given_on, unpacked_on, month
SELECT box_no, recipient_no, packed_on, labor_minutes, contents_minor, packaging_minor, labor_minor, first_movement,
    last_movement, reference,
    pack_override, state, given_on, unpacked_on, give_override, month, event_seq
FROM box
WHERE store_id = :store_id AND box_no > :after AND box_no <= :upto
ORDER BY box_no
