-- Units of an item that moved after a day. Binds: store_id, item_no, day. Rows: one. Returns: units.
SELECT CAST(COALESCE(SUM(units), 0) AS BIGINT)
FROM movement
WHERE store_id = :store_id AND moved_on > :day AND item_no = :item_no
