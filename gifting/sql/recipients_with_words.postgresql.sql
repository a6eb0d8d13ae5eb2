-- The oldest recipients whose search text contains each of three words; the empty word is in every text.
SELECT *
FROM recipient
WHERE store_id = :store_id AND strpos(search_text, :first) > 0 AND strpos(search_text, :second) > 0
    AND strpos(search_text, :third) > 0 AND anonymized = 0
ORDER BY recipient_no
LIMIT :most
