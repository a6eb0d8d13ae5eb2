-- The day of the last fact of a store. Binds: store_id. Rows: one. Returns: the day, null when there is none.
SELECT MAX(f.happened_on)
FROM (
    SELECT MAX(moved_on) AS happened_on FROM movement WHERE store_id = :store_id
    UNION ALL
    SELECT MAX(given_on) FROM box WHERE store_id = :store_id
) AS f
