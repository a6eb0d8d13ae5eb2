-- The facts recorded in `bill`, each with its event.
-- @many
SELECT event_seq, bill_no, supplier, reference, billed_on, amount_minor
FROM bill
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, bill_no
