-- The open work on a month's notes: recipients without a note who can get one, and notes with missing signatures.
-- @one
SELECT
    CAST(COALESCE(SUM(CASE WHEN n.box_no IS NULL AND r.anonymized = 0 THEN 1 ELSE 0 END), 0) AS BIGINT) AS to_write,
    CAST(COALESCE(SUM(CASE WHEN EXISTS (
        SELECT 1
        FROM note_signature g
        WHERE g.store_id = n.store_id AND g.box_no = n.box_no AND g.signed_event = 0) THEN 1 ELSE 0 END), 0) AS BIGINT)
        AS to_sign
FROM (
    SELECT store_id, box_no, recipient_no FROM planned_box WHERE store_id = :store_id AND month = :month
        AND state = 'planned'
    UNION ALL
    SELECT store_id, box_no, recipient_no FROM box WHERE store_id = :store_id AND month = :month AND state <> 'unpacked'
) b
JOIN recipient r ON r.store_id = b.store_id AND r.recipient_no = b.recipient_no
LEFT JOIN box_note n ON n.store_id = b.store_id AND n.box_no = b.box_no
