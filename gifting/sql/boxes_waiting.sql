-- The boxes packed and not yet given. Boxes still packed at a close were carried over, so they are in months later
-- than closed_through (0 if no month is closed).
-- @many
SELECT b.box_no, b.reference, b.recipient_no, r.code AS recipient_code, r.name AS recipient_name, b.state, b.month,
    b.packed_on, b.given_on, b.unpacked_on, b.labor_minutes, b.contents_minor, b.packaging_minor, b.labor_minor,
    b.pack_override, b.give_override, b.first_movement, b.last_movement
FROM box b
JOIN recipient r ON r.store_id = b.store_id AND r.recipient_no = b.recipient_no
WHERE b.store_id = :store_id AND b.month > :closed_through AND b.state = 'packed'
ORDER BY b.box_no
LIMIT :most
