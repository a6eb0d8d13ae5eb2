-- The highest number of each kind in the books, beside the last one issued.
-- @one
SELECT (SELECT COALESCE(MAX(seq), 0) FROM movement WHERE store_id = :store_id) AS highest_movement,
    (SELECT COALESCE(MAX(lot_no), 0) FROM lot WHERE store_id = :store_id) AS highest_lot,
    (SELECT COALESCE(MAX(box_no), 0) FROM (SELECT MAX(box_no) AS box_no FROM box WHERE store_id = :store_id
        UNION ALL SELECT MAX(box_no) FROM planned_box WHERE store_id = :store_id) AS numbers) AS highest_box,
    (SELECT COALESCE(MAX(cap_no), 0) FROM cap WHERE store_id = :store_id) AS highest_cap,
    (SELECT COALESCE(MAX(event_seq), 0) FROM event WHERE store_id = :store_id) AS highest_event,
    (SELECT COALESCE(MAX(item_no), 0) FROM (SELECT MAX(item_no) AS item_no FROM item WHERE store_id = :store_id
        UNION ALL SELECT MAX(row_no) FROM removed_row WHERE store_id = :store_id AND kind = 'item') AS numbers)
        AS highest_item,
    (SELECT COALESCE(MAX(recipient_no), 0) FROM (
        SELECT MAX(recipient_no) AS recipient_no FROM recipient WHERE store_id = :store_id
        UNION ALL SELECT MAX(row_no) FROM removed_row WHERE store_id = :store_id AND kind = 'recipient') AS numbers)
        AS highest_recipient,
    last_movement, last_lot, last_box, last_cap, last_event, last_item, last_recipient
FROM store_books
WHERE store_id = :store_id
