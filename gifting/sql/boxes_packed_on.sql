-- The boxes packed and not given at the end of a day, as packed_on counts them. The month is that of the day.
-- @many
SELECT b.box_no, b.reference, b.recipient_no, r.code AS recipient_code, r.name AS recipient_name, b.state, b.month,
    b.packed_on, b.given_on, b.unpacked_on, b.labor_minutes, b.contents_minor, b.packaging_minor, b.labor_minor,
    b.pack_override, b.give_override, b.first_movement, b.last_movement
FROM (
    SELECT store_id, box_no, reference, recipient_no, state, month, packed_on, given_on, unpacked_on, labor_minutes,
        contents_minor, packaging_minor,
        labor_minor, pack_override, give_override, first_movement, last_movement
    FROM box
    WHERE store_id = :store_id AND state = 'packed' AND packed_on <= :day
    UNION ALL
    SELECT store_id, box_no, reference, recipient_no, state, month, packed_on, given_on, unpacked_on, labor_minutes,
        contents_minor, packaging_minor,
        labor_minor, pack_override, give_override, first_movement, last_movement
    FROM box
    WHERE store_id = :store_id AND month = :month AND state <> 'packed' AND packed_on <= :day
        AND COALESCE(given_on, unpacked_on) > :day
    UNION ALL
    SELECT store_id, box_no, reference, recipient_no, state, month, packed_on, given_on, unpacked_on, labor_minutes,
        contents_minor, packaging_minor,
        labor_minor, pack_override, give_override, first_movement, last_movement
    FROM box
    WHERE store_id = :store_id AND month > packed_on / 100 AND month > :month AND state <> 'packed'
        AND packed_on <= :day
) AS b
JOIN recipient r ON r.store_id = b.store_id AND r.recipient_no = b.recipient_no
ORDER BY +b.box_no
