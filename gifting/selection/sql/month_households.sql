-- The recipients who get a box in a month (selected, or with a planned, packed or given box) in the households and
-- fleets of those nominated or selected for it.
-- @many
SELECT r.household_folded, r.recipient_no, r.code
FROM (
    SELECT q.household_folded
    FROM nomination n
    JOIN recipient q ON q.store_id = :store_id AND q.recipient_no = n.recipient_no
    WHERE n.store_id = :store_id AND n.month = :month AND n.state = 'open' AND q.household_folded <> ''
    UNION
    SELECT q.household_folded
    FROM selection c
    JOIN recipient q ON q.store_id = :store_id AND q.recipient_no = c.recipient_no
    WHERE c.store_id = :store_id AND c.month = :month AND q.household_folded <> '') h
JOIN recipient r ON r.store_id = :store_id AND r.household_folded = h.household_folded AND r.household_folded <> ''
WHERE EXISTS (SELECT 1 FROM selection c WHERE c.store_id = :store_id AND c.month = :month
    AND c.recipient_no = r.recipient_no)
    OR EXISTS (
        SELECT 1 FROM box b
        WHERE b.store_id = :store_id AND b.recipient_no = r.recipient_no AND b.month = :month AND b.state <> 'unpacked')
    OR EXISTS (
        SELECT 1 FROM planned_box p
        WHERE p.store_id = :store_id AND p.recipient_no = r.recipient_no AND p.month = :month AND p.state = 'planned')
ORDER BY r.code
