-- All freight of a lot.
-- @one
SELECT CAST(COALESCE(SUM(share_minor), 0) AS BIGINT) AS share_minor
FROM freight_lot
WHERE store_id = :store_id AND lot_no = :lot_no
