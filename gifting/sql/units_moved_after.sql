-- Units of an item that moved after a day; the month is that of the day.
-- @one
SELECT CAST(COALESCE(SUM(units), 0) AS BIGINT) AS units
FROM movement
WHERE store_id = :store_id AND moved_on > :day AND item_no = :item_no AND seq >= (
    SELECT COALESCE(MIN(first_movement), 9223372036854775807)
    FROM month_total
    WHERE store_id = :store_id AND month >= :month AND first_movement > 0)
