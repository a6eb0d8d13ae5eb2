-- Marks the first of the rows with the same folded form as not a twin.
UPDATE recipient
SET code_twin = 0
WHERE store_id = :store_id AND recipient_no IN (
    SELECT MIN(x.recipient_no)
    FROM recipient x
    WHERE x.store_id = :store_id
    GROUP BY x.code_folded)
