-- The recipients nominated or selected for a month: their earlier nominations since they were last selected, and
-- their selection, if any.
-- @many
-- @null selected_by, warnings, exception_reason, approved_by
SELECT r.recipient_no, r.code, r.name, r.household_folded, r.do_not_gift, r.unconfirmed,
    (SELECT COUNT(*) FROM nomination e
     WHERE e.store_id = :store_id AND e.recipient_no = r.recipient_no AND e.month < :month
         AND e.state <> 'withdrawn' AND e.month > (
        SELECT COALESCE(MAX(l.month), 0) FROM selection l
        WHERE l.store_id = :store_id AND l.recipient_no = r.recipient_no AND l.month < :month)) AS times_passed_over,
    c.selected_by, c.warnings, c.exception_reason, c.approved_by
FROM (
    SELECT n.recipient_no FROM nomination n WHERE n.store_id = :store_id AND n.month = :month AND n.state = 'open'
    UNION
    SELECT k.recipient_no FROM selection k WHERE k.store_id = :store_id AND k.month = :month) p
JOIN recipient r ON r.store_id = :store_id AND r.recipient_no = p.recipient_no
LEFT JOIN selection c ON c.store_id = :store_id AND c.month = :month AND c.recipient_no = p.recipient_no
ORDER BY r.code
