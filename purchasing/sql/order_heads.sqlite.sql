-- The newest version of one order per run, with its last step.
-- @many
-- @each order_no
-- @null step_on
-- @text state, reason
SELECT o.order_no, o.version, o.supplier_no, o.expected_on, o.note, o.ship_to, COALESCE(s.state, 'draft') AS state,
    s.step_on, COALESCE(s.reason, '') AS reason
FROM purchase_order o
LEFT JOIN order_step s ON s.store_id = o.store_id AND s.order_no = o.order_no AND s.event_seq = (
    SELECT MAX(n.event_seq) FROM order_step n WHERE n.store_id = o.store_id AND n.order_no = o.order_no)
    AND s.step_no = (
        SELECT MAX(n.step_no)
        FROM order_step n
        WHERE n.store_id = s.store_id AND n.order_no = s.order_no AND n.event_seq = s.event_seq)
WHERE o.store_id = :store_id AND o.order_no = :order_no AND o.version = (
    SELECT MAX(v.version) FROM purchase_order v WHERE v.store_id = o.store_id AND v.order_no = o.order_no)
