-- The recipients who were given a box in a month, with numbers after the given one, each with these boxes.
-- @many
SELECT x.recipient_no, r.code AS recipient_code, b.box_no, b.given_on,
    b.contents_minor + b.packaging_minor + b.labor_minor AS total_minor
FROM (
    SELECT store_id, recipient_no
    FROM month_recipient
    WHERE store_id = :store_id AND month = :month AND recipient_no > :after
    ORDER BY recipient_no
    LIMIT :most
) x
JOIN recipient r ON r.store_id = x.store_id AND r.recipient_no = x.recipient_no
JOIN box b ON b.store_id = x.store_id AND b.recipient_no = x.recipient_no AND b.month = :month AND b.state = 'given'
WHERE x.store_id = :store_id
ORDER BY x.recipient_no, b.box_no
