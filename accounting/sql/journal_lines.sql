-- The lines of some entries of a batch, in order.
-- @many
-- @integer entry_on
SELECT batch_no, entry_no, line_no, entry_on, fact, fact_event, subject, control, role, account, amount_minor,
    department
FROM journal_line
WHERE store_id = :store_id AND batch_no = :batch_no AND entry_no > :after AND entry_no <= :upto
ORDER BY entry_no, line_no
