-- How many are on the list of a month. Binds: store_id, month. Rows: one. Returns: all, those not approved, the event of the last approval.
SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN approved_event = 0 THEN 1 ELSE 0 END), 0) AS BIGINT), COALESCE(MAX(approved_event), 0)
FROM choice
WHERE store_id = :store_id AND month = :month
