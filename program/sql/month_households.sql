-- Who of a household or fleet gets a box in a month: is chosen for it, or has a box that is planned, packed or given in it. Binds: store_id, month.
-- Returns: household, recipient_no, code.
SELECT r.household, r.recipient_no, r.code
FROM (
    SELECT c.recipient_no FROM choice c WHERE c.store_id = :store_id AND c.month = :month
    UNION
    SELECT b.recipient_no FROM box b WHERE b.store_id = :store_id AND b.month = :month AND b.state <> 'unpacked'
    UNION
    SELECT p.recipient_no FROM planned_box p WHERE p.store_id = :store_id AND p.month = :month AND p.state = 'planned') g
JOIN recipient r ON r.store_id = :store_id AND r.recipient_no = g.recipient_no
WHERE r.household <> ''
ORDER BY r.code
