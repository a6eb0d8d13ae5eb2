-- A page of the boxes that were given on some days and taken back, in the order recorded, each with the event that had
-- given it.
-- @many
-- @integer gave_event
SELECT t.event_seq, t.box_no, t.given_on, b.contents_minor, b.packaging_minor, b.labor_minor,
    COALESCE((SELECT MAX(e.event_seq) FROM event e WHERE e.store_id = t.store_id AND e.action = 'box.give'
        AND e.subject = 'box ' || t.box_no AND e.event_seq < t.event_seq), b.event_seq) AS gave_event
FROM box_take_back t
JOIN box b ON b.store_id = t.store_id AND b.box_no = t.box_no
WHERE t.store_id = :store_id AND t.given_on BETWEEN :first AND :last AND t.event_seq > :after
ORDER BY t.event_seq
LIMIT :most
