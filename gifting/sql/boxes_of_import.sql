-- The boxes of an import that were not unpacked, by number; and whether one was given or taken back since.
-- @many
-- @integer changed_since
SELECT b.box_no,
    CASE WHEN EXISTS (SELECT 1 FROM event e WHERE e.store_id = b.store_id AND e.action = 'box.give'
            AND e.subject = 'box ' || b.box_no) OR EXISTS (SELECT 1 FROM box_take_back t
            WHERE t.store_id = b.store_id AND t.box_no = b.box_no) THEN 1 ELSE 0 END AS changed_since
FROM box b
WHERE b.store_id = :store_id AND b.box_no BETWEEN :first_no AND :last_no AND b.state <> 'unpacked'
ORDER BY b.box_no
