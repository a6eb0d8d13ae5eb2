-- The recipients of a range of numbers that a box, planned box, nomination, selection or proposal has.
-- @many
SELECT c.recipient_no, c.code, c.name
FROM recipient c
WHERE c.store_id = :store_id AND c.recipient_no BETWEEN :first_no AND :last_no AND (
    EXISTS (SELECT 1 FROM box b WHERE b.store_id = c.store_id AND b.recipient_no = c.recipient_no)
    OR EXISTS (SELECT 1 FROM planned_box p WHERE p.store_id = c.store_id AND p.recipient_no = c.recipient_no)
    OR EXISTS (SELECT 1 FROM nomination n WHERE n.store_id = c.store_id AND n.recipient_no = c.recipient_no)
    OR EXISTS (SELECT 1 FROM selection s WHERE s.store_id = c.store_id AND s.recipient_no = c.recipient_no)
    OR c.recipient_no IN (SELECT m.recipient_no FROM month_plan_line m WHERE m.store_id = :store_id))
ORDER BY c.recipient_no
