-- What recipients were given, or is packed or planned for them, in a span of months, as gift limits count it.
SELECT b.recipient_no, b.box_no, COALESCE(b.given_on, b.packed_on) AS gift_on, b.contents_minor, b.packaging_minor,
    COALESCE((
        SELECT CAST(-SUM(m.cost_minor) AS BIGINT)
        FROM movement m
        JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
        WHERE m.store_id = b.store_id AND m.seq BETWEEN b.first_movement AND b.last_movement AND i.imprinted = 1
            AND i.kind = 'contents' AND m.cost_minor >= CAST(:imprinted_most AS bigint) * m.units), 0)
        AS imprinted_minor
FROM box b
WHERE b.store_id = :store_id AND b.recipient_no = ANY (CAST(:recipient_no AS bigint[]))
    AND b.month BETWEEN :first_month AND :last_month AND b.state <> 'unpacked'
UNION ALL
SELECT p.recipient_no, p.box_no, p.month * 100 + 1, p.contents_minor, p.packaging_minor, 0
FROM planned_box p
WHERE p.store_id = :store_id AND p.recipient_no = ANY (CAST(:recipient_no AS bigint[]))
    AND p.month BETWEEN :first_month AND :last_month AND p.state = 'planned'
ORDER BY recipient_no, box_no
