-- Events in which a cap warned or was overridden, of boxes planned, packed or given in a month and of its receipts, and
-- the reasons kept when the box was planned, packed and given. Looks from the first event that has to do with the month
-- until it was closed. month_text is as in 2026-10.
-- @many
-- @text warned, overridden
-- @null recipient_code, warned, overridden
SELECT e.action, e.subject, r.code AS recipient_code, json_extract(e.detail, '$.warned') AS warned, json_extract(e.detail, '$.overridden') AS overridden,
    p.plan_override, b.pack_override, b.give_override, e.actor, e.recorded_at
FROM event e
LEFT JOIN box b ON b.store_id = e.store_id AND b.box_no = CASE WHEN e.action LIKE 'box.%' THEN CAST(SUBSTR(e.subject, 5) AS BIGINT) END
LEFT JOIN planned_box p ON p.store_id = e.store_id
    AND p.box_no = CASE WHEN e.action LIKE 'box.%' THEN CAST(SUBSTR(e.subject, 5) AS BIGINT) END
LEFT JOIN recipient r ON r.store_id = e.store_id AND r.recipient_no = COALESCE(b.recipient_no, p.recipient_no)
WHERE e.store_id = :store_id AND e.event_seq >= (
    SELECT MIN(f.event_seq)
    FROM (
        SELECT MIN(o.event_seq) AS event_seq FROM box o WHERE o.store_id = :store_id AND o.month = :month
        UNION ALL
        SELECT MIN(q.event_seq) FROM planned_box q WHERE q.store_id = :store_id AND q.month = :month
        UNION ALL
        SELECT m.event_seq
        FROM month_total t
        JOIN movement m ON m.store_id = t.store_id AND m.seq = t.first_movement
        WHERE t.store_id = :store_id AND t.month = :month) f)
    AND e.event_seq <= COALESCE((
        SELECT k.event_seq FROM closed_month k WHERE k.store_id = :store_id AND k.month = :month), 9223372036854775807)
    AND (e.detail LIKE '%"warned"%' OR e.detail LIKE '%"overridden"%')
    AND SUBSTR(COALESCE(json_extract(e.detail, '$.packed_on'), json_extract(e.detail, '$.given_on'), json_extract(e.detail, '$.received_on'), json_extract(e.detail, '$.month')), 1, 7) = :month_text
ORDER BY e.event_seq
