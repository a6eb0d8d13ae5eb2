-- Of the rows that have one folded form the first is no twin, and none that was withdrawn is.
UPDATE nomination
SET adviser_twin = 0
WHERE store_id = :store_id AND (state = 'withdrawn' OR nomination_no IN (
    SELECT MIN(x.nomination_no)
    FROM nomination x
    WHERE x.store_id = :store_id AND x.state <> 'withdrawn'
    GROUP BY x.month, x.recipient_no, x.adviser_folded))
