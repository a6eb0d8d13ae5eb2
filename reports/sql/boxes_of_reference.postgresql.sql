-- The boxes whose reference, regardless of capitals, is from first to last in the order of bytes.
-- @many
SELECT b.box_no, b.reference, r.name AS recipient_name, b.state, b.packed_on, b.given_on
FROM box b
JOIN recipient r ON r.store_id = b.store_id AND r.recipient_no = b.recipient_no
WHERE b.store_id = :store_id AND b.reference IS NOT NULL
    AND lower(b.reference COLLATE "C") >= lower(CAST(:first AS text) COLLATE "C")
    AND lower(b.reference COLLATE "C") <= lower(CAST(:last AS text) COLLATE "C")
ORDER BY lower(b.reference COLLATE "C"), b.box_no
LIMIT :most
