-- The boxes given in some months with what their cost may be grouped by: the group of the recipient, the nomination
-- that came first of those for the latest month up to the giving, the department as the journal has it, and the event
-- that packed the box.
-- @many
-- @null adviser
-- @text department
SELECT b.box_no, b.month, b.recipient_no, b.contents_minor, b.packaging_minor, b.labor_minor, r.recipient_group,
    n.adviser,
    COALESCE((SELECT d.department FROM box_department d WHERE d.store_id = b.store_id AND d.box_no = b.box_no
            ORDER BY d.event_seq DESC LIMIT 1),
        n.department, r.recipient_group) AS department, e.detail
FROM box b
JOIN recipient r ON r.store_id = b.store_id AND r.recipient_no = b.recipient_no
JOIN event e ON e.store_id = b.store_id AND e.event_seq = b.event_seq
LEFT JOIN nomination n ON n.store_id = b.store_id AND n.nomination_no = (
    SELECT MIN(f.nomination_no)
    FROM nomination f
    WHERE f.store_id = b.store_id AND f.recipient_no = b.recipient_no AND f.state = 'open' AND f.month = (
        SELECT MAX(g.month)
        FROM nomination g
        WHERE g.store_id = b.store_id AND g.recipient_no = b.recipient_no AND g.state = 'open' AND g.month <= b.month))
WHERE b.store_id = :store_id AND b.month BETWEEN :first_month AND :last_month AND b.state = 'given'
ORDER BY b.month, b.box_no
