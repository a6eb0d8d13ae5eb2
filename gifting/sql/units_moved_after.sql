-- Units of an item that moved after a day. Binds: store_id, item_no, day, month (of the day). Rows: one. Returns: units.
SELECT CAST(COALESCE(SUM(units), 0) AS BIGINT)
FROM movement
WHERE store_id = :store_id AND moved_on > :day AND item_no = :item_no AND seq >= (
    SELECT COALESCE(MIN(first_movement), 9223372036854775807)
    FROM month_total
    WHERE store_id = :store_id AND month >= :month AND first_movement > 0)
