-- A page of boxes. Binds: store_id, after, upto (numbers). Returns: box_no, recipient_no, state, month, packed_on, given_on (0: none), labor_minutes,
-- contents, packaging, labor, whether there is a pack override, a give override, first_movement, last_movement.
SELECT box_no, recipient_no, state, month, packed_on, COALESCE(given_on, 0), labor_minutes, contents_minor, packaging_minor,
    labor_minor, CASE WHEN pack_override IS NULL THEN 0 ELSE 1 END, CASE WHEN give_override IS NULL THEN 0 ELSE 1 END,
    first_movement, last_movement
FROM box
WHERE store_id = :store_id AND box_no > :after AND box_no <= :upto
ORDER BY box_no
