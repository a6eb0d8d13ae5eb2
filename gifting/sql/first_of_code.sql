-- Marks the first of the recipients with the same folded code as no longer a twin.
UPDATE recipient
SET code_twin = 0
WHERE store_id = :store_id AND code_twin <> 0 AND recipient_no = (
    SELECT MIN(o.recipient_no)
    FROM recipient o
    WHERE o.store_id = :store_id AND o.code_folded = :code_folded)
