-- A page of the boxes that were given on some days and taken back, in the order recorded, each with the event that had
-- given it, and with its department: where that stands in a batch, as it was booked; else as a box given has it.
-- @many
-- @integer gave_event
-- @text department
SELECT g.event_seq, g.box_no, g.given_on, g.contents_minor, g.packaging_minor, g.labor_minor, g.gave_event,
    COALESCE((SELECT l.department FROM journal_line l WHERE l.store_id = g.store_id AND l.fact_event = g.gave_event
            AND l.fact = 'box given' AND l.line_no = 1 AND l.subject = 'box ' || g.box_no
            ORDER BY l.batch_no DESC LIMIT 1),
        (SELECT d.department FROM box_department d WHERE d.store_id = g.store_id AND d.box_no = g.box_no
            ORDER BY d.event_seq DESC LIMIT 1),
        (SELECT n.department FROM nomination n WHERE n.store_id = g.store_id AND n.recipient_no = g.recipient_no
            AND n.month <= :month AND n.state = 'open' ORDER BY n.month DESC, n.nomination_no LIMIT 1),
        r.recipient_group) AS department
FROM (
    SELECT t.store_id, t.event_seq, t.box_no, t.given_on, b.recipient_no, b.contents_minor, b.packaging_minor,
        b.labor_minor,
        COALESCE((SELECT MAX(e.event_seq) FROM event e WHERE e.store_id = t.store_id AND e.action = 'box.give'
            AND e.subject = 'box ' || t.box_no AND e.event_seq < t.event_seq), b.event_seq) AS gave_event
    FROM box_take_back t
    JOIN box b ON b.store_id = t.store_id AND b.box_no = t.box_no
    WHERE t.store_id = :store_id AND t.given_on BETWEEN :first AND :last
        AND (t.event_seq > :after OR (t.event_seq = :after AND t.box_no > :after_box))
    ORDER BY t.event_seq, t.box_no
    LIMIT :most
) g
JOIN recipient r ON r.store_id = g.store_id AND r.recipient_no = g.recipient_no
ORDER BY g.event_seq, g.box_no
