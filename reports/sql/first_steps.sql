-- What a new store has done so far; 1 for what is done.
-- @one
-- @integer items, stocked, recipients, caps, approved, given
SELECT
    (SELECT COUNT(*) FROM (SELECT item_no FROM item WHERE store_id = :store_id LIMIT 1) i) AS items,
    (SELECT CASE WHEN COUNT(*) > 0 AND COUNT(*) = COUNT(CASE WHEN
            EXISTS (SELECT 1 FROM lot l WHERE l.store_id = i.store_id AND l.item_no = i.item_no)
            OR EXISTS (SELECT 1 FROM item_count c WHERE c.store_id = i.store_id AND c.item_no = i.item_no)
            THEN 1 END) THEN 1 ELSE 0 END
        FROM item i WHERE i.store_id = :store_id AND i.retired = 0) AS stocked,
    (SELECT COUNT(*) FROM (SELECT recipient_no FROM recipient WHERE store_id = :store_id LIMIT 1) r) AS recipients,
    (SELECT COUNT(*) FROM (SELECT store_id FROM cap WHERE store_id = :store_id LIMIT 1) c) AS caps,
    (SELECT COUNT(*) FROM (
        SELECT version FROM note_template WHERE store_id = :store_id AND approved_by <> '' LIMIT 1) t) AS approved,
    (SELECT COUNT(*) FROM (SELECT box_no FROM box WHERE store_id = :store_id AND state = 'given' LIMIT 1) b) AS given
