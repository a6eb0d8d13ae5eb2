-- A page of the boxes given in a month, each with the event that recorded it: the last one that gave the box, or the
-- one that packed it.
-- @many
-- @integer gave_event
SELECT b.box_no, b.given_on, b.contents_minor, b.packaging_minor, b.labor_minor,
    COALESCE((SELECT MAX(e.event_seq) FROM event e WHERE e.store_id = b.store_id AND e.action = 'box.give'
        AND e.subject = 'box ' || b.box_no), b.event_seq) AS gave_event
FROM box b
WHERE b.store_id = :store_id AND b.month = :month AND b.state = 'given' AND b.box_no > :after
ORDER BY b.box_no
LIMIT :most
