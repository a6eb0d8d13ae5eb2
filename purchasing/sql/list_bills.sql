-- The bills before a number that are dated in a period, newest first, with the number of their lots and the day they
-- were reversed.
-- @many
-- @null reversed_on
-- @integer lots
WITH page AS MATERIALIZED (
    SELECT bill_no, supplier, reference, billed_on, amount_minor
    FROM bill
    WHERE store_id = :store_id AND bill_no < :before AND billed_on BETWEEN :first_day AND :last_day
    ORDER BY bill_no DESC
    LIMIT :most
), lots AS MATERIALIZED (
    SELECT l.bill_no, CAST(COUNT(*) AS BIGINT) AS lots
    FROM bill_lot l
    WHERE l.store_id = :store_id AND l.bill_no BETWEEN (SELECT MIN(bill_no) FROM page)
        AND (SELECT MAX(bill_no) FROM page)
    GROUP BY l.bill_no
)
SELECT p.bill_no, p.supplier, p.reference, p.billed_on, p.amount_minor, n.lots, r.reversed_on
FROM page p
JOIN lots n ON n.bill_no = p.bill_no
LEFT JOIN bill_reversal r ON r.store_id = :store_id AND r.bill_no = p.bill_no
ORDER BY p.bill_no DESC
