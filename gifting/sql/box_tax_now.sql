-- The tax class and the business purpose of a box, as they were set last.
-- @optional
SELECT tax_class, purpose
FROM box_tax
WHERE store_id = :store_id AND box_no = :box_no
ORDER BY event_seq DESC
LIMIT 1
