-- The newest boxes that count in a month, before a given one; of any state if the state is empty.
-- @many
SELECT b.box_no, b.reference, b.recipient_no, r.code AS recipient_code, r.name AS recipient_name, b.state, b.month,
    b.packed_on, b.given_on, b.unpacked_on, b.labor_minutes, b.contents_minor, b.packaging_minor, b.labor_minor,
    b.pack_override, b.give_override, b.first_movement, b.last_movement
FROM box b
JOIN recipient r ON r.store_id = b.store_id AND r.recipient_no = b.recipient_no
WHERE b.store_id = :store_id AND b.month = :month AND b.box_no < :before AND (:state = '' OR b.state = :state)
ORDER BY b.box_no DESC
LIMIT :most
