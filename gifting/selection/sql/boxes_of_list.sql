-- The boxes of the recipients nominated or selected for a month, without unpacked and cancelled ones, each with the
-- event that packed or planned it, and without a day if it is planned.
-- @many
-- @null packed_on, given_on
SELECT b.recipient_no AS recipient_no, b.box_no AS box_no, b.state, b.event_seq, b.packed_on, b.given_on, b.month
FROM (
    SELECT n.recipient_no FROM nomination n WHERE n.store_id = :store_id AND n.month = :month AND n.state = 'open'
    UNION
    SELECT k.recipient_no FROM selection k WHERE k.store_id = :store_id AND k.month = :month) w
JOIN box b ON b.store_id = :store_id AND b.recipient_no = w.recipient_no
WHERE b.state <> 'unpacked'
UNION ALL
SELECT p.recipient_no, p.box_no, p.state, p.event_seq, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), p.month
FROM (
    SELECT n.recipient_no FROM nomination n WHERE n.store_id = :store_id AND n.month = :month AND n.state = 'open'
    UNION
    SELECT k.recipient_no FROM selection k WHERE k.store_id = :store_id AND k.month = :month) v
JOIN planned_box p ON p.store_id = :store_id AND p.recipient_no = v.recipient_no
WHERE p.state = 'planned'
ORDER BY recipient_no, box_no
