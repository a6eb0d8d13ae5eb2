-- The lots that have a share of freight, what it added to their cost, and the day each was reversed.
-- @many
-- @null reversed_on
SELECT l.lot_no, CAST(l.share_minor - l.carried_minor AS BIGINT) AS added_minor, r.moved_on AS reversed_on
FROM freight f
JOIN lot o ON o.store_id = f.store_id AND o.delivery_no = f.delivery_no
JOIN freight_lot l ON l.store_id = f.store_id AND l.lot_no = o.lot_no AND l.freight_no = f.freight_no
LEFT JOIN movement r ON r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal'
WHERE f.store_id = :store_id AND f.freight_no = :freight_no
ORDER BY l.lot_no
