-- Whether anything names a supplier since it was added: what it calls an item, an order, a receipt, a bill or freight.
-- Receipts are those from a lot on. What was reversed or undone does not count.
-- @one
-- @integer used
SELECT CASE WHEN EXISTS (
        SELECT 1 FROM item_supplier i WHERE i.store_id = :store_id AND i.supplier_no = :supplier_no)
    OR EXISTS (
        SELECT 1 FROM purchase_order o
        WHERE o.store_id = :store_id AND o.supplier_no = :supplier_no AND NOT EXISTS (
            SELECT 1 FROM order_step s
            WHERE s.store_id = o.store_id AND s.order_no = o.order_no AND s.state = 'undone' AND NOT EXISTS (
                SELECT 1 FROM order_step n
                WHERE n.store_id = s.store_id AND n.order_no = s.order_no AND n.event_seq > s.event_seq)))
    OR EXISTS (
        SELECT 1 FROM lot l
        WHERE l.store_id = :store_id AND l.lot_no >= :first_lot AND l.supplier = :name AND NOT EXISTS (
            SELECT 1 FROM movement r
            WHERE r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal'))
    OR EXISTS (
        SELECT 1 FROM receipt_correction c
        WHERE c.store_id = :store_id AND c.event_seq > :added AND c.supplier = :name)
    OR EXISTS (
        SELECT 1 FROM bill b
        WHERE b.store_id = :store_id AND b.event_seq > :added AND b.supplier = :name AND NOT EXISTS (
            SELECT 1 FROM bill_reversal r WHERE r.store_id = b.store_id AND r.bill_no = b.bill_no))
    OR EXISTS (
        SELECT 1 FROM freight f
        WHERE f.store_id = :store_id AND f.event_seq > :added AND f.supplier = :name AND NOT EXISTS (
            SELECT 1 FROM freight_reversal r WHERE r.store_id = f.store_id AND r.freight_no = f.freight_no))
    THEN 1 ELSE 0 END AS used
