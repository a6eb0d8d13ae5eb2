-- The planned, packed and given boxes that count in a month, with their notes.
-- @many
-- @null version, wording
SELECT b.box_no, b.state, r.code AS recipient_code, r.name AS recipient_name, r.anonymized, n.version, n.wording
FROM (
    SELECT store_id, box_no, recipient_no, state FROM planned_box
        WHERE store_id = :store_id AND month = :month AND state = 'planned'
    UNION ALL
    SELECT store_id, box_no, recipient_no, state FROM box WHERE store_id = :store_id AND month = :month
        AND state <> 'unpacked'
) b
JOIN recipient r ON r.store_id = b.store_id AND r.recipient_no = b.recipient_no
LEFT JOIN box_note n ON n.store_id = b.store_id AND n.box_no = b.box_no
ORDER BY b.box_no
