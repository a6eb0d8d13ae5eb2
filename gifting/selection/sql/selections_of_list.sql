-- The months and events for which the recipients nominated or selected for a month were selected.
-- @many
SELECT c.recipient_no, c.month, c.event_seq
FROM (
    SELECT n.recipient_no FROM nomination n WHERE n.store_id = :store_id AND n.month = :month AND n.state = 'open'
    UNION
    SELECT k.recipient_no FROM selection k WHERE k.store_id = :store_id AND k.month = :month) w
JOIN selection c ON c.store_id = :store_id AND c.recipient_no = w.recipient_no
ORDER BY c.recipient_no, c.month
