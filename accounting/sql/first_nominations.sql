-- Marks the first of the rows with the same folded form, and withdrawn ones, as not twins.
UPDATE nomination
SET adviser_twin = 0
WHERE store_id = :store_id AND (state = 'withdrawn' OR nomination_no IN (
    SELECT MIN(x.nomination_no)
    FROM nomination x
    WHERE x.store_id = :store_id AND x.state <> 'withdrawn'
    GROUP BY x.month, x.recipient_no, x.adviser_folded))
