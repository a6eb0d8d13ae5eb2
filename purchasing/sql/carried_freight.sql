-- What the cost of a lot has of freight by its file alone: without what freight that stands took over.
-- @one
SELECT CAST(COALESCE(SUM(CASE WHEN l.freight_no = 0 THEN l.share_minor ELSE -l.carried_minor END), 0) AS BIGINT)
    AS carried_minor
FROM freight_lot l
WHERE l.store_id = :store_id AND l.lot_no = :lot_no AND NOT EXISTS (
    SELECT 1 FROM freight_reversal r WHERE r.store_id = l.store_id AND r.freight_no = l.freight_no)
