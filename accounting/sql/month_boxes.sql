-- The boxes that ended in a month, given or unpacked: the columns of a fact and of what became of it.
-- @many
SELECT box_no, recipient_no, packed_on, labor_minutes, contents_minor, packaging_minor, labor_minor, first_movement,
    last_movement, reference,
    pack_override, state, given_on, unpacked_on, give_override
FROM box
WHERE store_id = :store_id AND month = :month AND state <> 'packed'
ORDER BY first_movement
