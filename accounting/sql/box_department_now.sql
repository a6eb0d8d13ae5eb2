-- The department of a box: its own, that of the nomination until a month, and the recipient's group; gave_event: what
-- gave the box last, or packed it.
-- @one
-- @integer gave_event
-- @text own, nominated
-- @null own, nominated
SELECT (SELECT d.department FROM box_department d WHERE d.store_id = b.store_id AND d.box_no = b.box_no
        ORDER BY d.event_seq DESC LIMIT 1) AS own,
    (SELECT n.department FROM nomination n WHERE n.store_id = b.store_id AND n.recipient_no = b.recipient_no
        AND n.month <= b.month AND n.state = 'open' ORDER BY n.month DESC, n.nomination_no LIMIT 1) AS nominated,
    r.recipient_group,
    COALESCE((SELECT MAX(e.event_seq) FROM event e WHERE e.store_id = b.store_id AND e.action = 'box.give'
        AND e.subject = 'box ' || b.box_no), b.event_seq) AS gave_event
FROM box b
JOIN recipient r ON r.store_id = b.store_id AND r.recipient_no = b.recipient_no
WHERE b.store_id = :store_id AND b.box_no = :box_no
