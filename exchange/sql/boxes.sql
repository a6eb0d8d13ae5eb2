-- Boxes that count in a period, by month and number. A packed box counts on the day it was packed, or, if carried
-- over, on the first day of its month.
-- @many
SELECT b.box_no, b.reference, r.code AS recipient_code, b.state, b.month, b.packed_on, b.given_on, b.contents_minor,
    b.packaging_minor, b.labor_minor, b.contents_minor + b.packaging_minor + b.labor_minor AS total_minor,
    b.labor_minutes, b.unpacked_on, b.pack_override, b.give_override
FROM box b
JOIN recipient r ON r.store_id = b.store_id AND r.recipient_no = b.recipient_no
WHERE b.store_id = :store_id AND b.month BETWEEN :first_month AND :last_month
    AND COALESCE(b.given_on, b.unpacked_on, CASE WHEN b.packed_on < b.month * 100 THEN b.month * 100 + 1
        ELSE b.packed_on END)
        BETWEEN :first AND :last
ORDER BY b.month, b.box_no
