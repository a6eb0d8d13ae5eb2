-- The boxes that were packed or given in a month although a cap stopped them, with numbers after the given one; step is
-- what was done then.
-- @many
-- @text step
SELECT x.box_no, x.step, x.done_on, r.code AS recipient_code
FROM (
    SELECT store_id, box_no, recipient_no, 'pack' AS step, packed_on AS done_on
    FROM box
    WHERE store_id = :store_id AND month = :month AND packed_on / 100 = :month AND pack_override IS NOT NULL
    UNION ALL
    SELECT store_id, box_no, recipient_no, 'pack' AS step, packed_on AS done_on
    FROM box
    WHERE store_id = :store_id AND month > packed_on / 100 AND month > :month AND packed_on / 100 = :month
        AND pack_override IS NOT NULL
    UNION ALL
    SELECT store_id, box_no, recipient_no, 'give' AS step, given_on AS done_on
    FROM box
    WHERE store_id = :store_id AND month = :month AND given_on IS NOT NULL AND give_override IS NOT NULL
) x
JOIN recipient r ON r.store_id = x.store_id AND r.recipient_no = x.recipient_no
WHERE x.store_id = :store_id AND x.box_no > :after
ORDER BY x.box_no, x.step DESC
LIMIT :most
