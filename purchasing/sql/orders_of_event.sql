-- The orders of which an event recorded a version, each with whether something came for it that was not reversed, and
-- whether it was changed since.
-- @many
-- @integer came, changed
SELECT o.order_no,
    CASE WHEN EXISTS (
        SELECT 1 FROM order_receipt c
        WHERE c.store_id = o.store_id AND c.order_no = o.order_no AND NOT EXISTS (
            SELECT 1 FROM movement r
            WHERE r.store_id = c.store_id AND r.lot_no = c.lot_no AND r.kind = 'reversal'))
    THEN 1 ELSE 0 END AS came,
    CASE WHEN EXISTS (
        SELECT 1 FROM purchase_order v
        WHERE v.store_id = o.store_id AND v.order_no = o.order_no AND v.version > o.version)
    OR EXISTS (
        SELECT 1 FROM order_step s
        WHERE s.store_id = o.store_id AND s.order_no = o.order_no AND s.event_seq > o.event_seq)
    THEN 1 ELSE 0 END AS changed
FROM purchase_order o
WHERE o.store_id = :store_id AND o.event_seq = :event_seq
ORDER BY o.order_no
