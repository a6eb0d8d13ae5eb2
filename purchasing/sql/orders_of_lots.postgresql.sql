-- The orders that some lots came for.
SELECT r.order_no
FROM unnest(CAST(:lot_no AS bigint[])) AS k (lot_no)
JOIN order_receipt r ON r.store_id = :store_id AND r.lot_no = k.lot_no
ORDER BY r.order_no
