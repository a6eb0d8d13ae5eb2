-- All freight in the cost of a lot that was not reversed.
-- @one
SELECT CAST(COALESCE(SUM(l.share_minor - l.carried_minor), 0) AS BIGINT) AS share_minor
FROM freight_lot l
WHERE l.store_id = :store_id AND l.lot_no = :lot_no AND NOT EXISTS (
    SELECT 1 FROM freight_reversal r WHERE r.store_id = l.store_id AND r.freight_no = l.freight_no)
