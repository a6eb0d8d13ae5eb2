-- The day of a store's last fact.
-- @one
-- @null happened_on
SELECT MAX(f.happened_on) AS happened_on
FROM (
    SELECT MAX(moved_on) AS happened_on FROM movement WHERE store_id = :store_id
    UNION ALL
    SELECT MAX(given_on) FROM box WHERE store_id = :store_id
) AS f
