-- The boxes of a recipient that count in a month. Binds: store_id, month, recipient_no. Returns: box_no, state.
SELECT box_no, state
FROM box
WHERE store_id = :store_id AND recipient_no = :recipient_no AND month = :month AND state <> 'unpacked'
UNION ALL
SELECT box_no, state
FROM planned_box
WHERE store_id = :store_id AND recipient_no = :recipient_no AND month = :month AND state = 'planned'
ORDER BY box_no
