-- The recipients known longest whose searchable words have each of three in them; the empty word is in all.
SELECT *
FROM recipient
WHERE store_id = :store_id AND strpos(search_text, :first) > 0 AND strpos(search_text, :second) > 0 AND strpos(search_text, :third) > 0 AND anonymized = 0
ORDER BY recipient_no
LIMIT :most
