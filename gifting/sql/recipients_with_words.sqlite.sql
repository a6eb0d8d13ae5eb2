-- The recipients known longest whose searchable words have each of three in them; the empty word is in all.
-- @many
SELECT *
FROM recipient
WHERE store_id = :store_id AND instr(search_text, :first) > 0 AND instr(search_text, :second) > 0 AND instr(search_text, :third) > 0 AND anonymized = 0
ORDER BY recipient_no
LIMIT :most
