-- A page of the boxes given in a month, each with the event that recorded it: the last one that gave the box, or the
-- one that packed it; and with its department: its own, or that of the nomination, or the recipient's group.
-- @many
-- @integer gave_event
-- @text department
SELECT b.box_no, b.given_on, b.contents_minor, b.packaging_minor, b.labor_minor,
    COALESCE((SELECT MAX(e.event_seq) FROM event e WHERE e.store_id = b.store_id AND e.action = 'box.give'
        AND e.subject = 'box ' || b.box_no), b.event_seq) AS gave_event,
    COALESCE((SELECT d.department FROM box_department d WHERE d.store_id = b.store_id AND d.box_no = b.box_no
            ORDER BY d.event_seq DESC LIMIT 1),
        (SELECT n.department FROM nomination n WHERE n.store_id = b.store_id AND n.recipient_no = b.recipient_no
            AND n.month <= b.month AND n.state = 'open' ORDER BY n.month DESC, n.nomination_no LIMIT 1),
        r.recipient_group) AS department
FROM box b
JOIN recipient r ON r.store_id = b.store_id AND r.recipient_no = b.recipient_no
WHERE b.store_id = :store_id AND b.month = :month AND b.state = 'given' AND b.box_no > :after
ORDER BY b.box_no
LIMIT :most
