-- The lines of a batch that book to one account, after a key: the number of the entry times 1000, and of the line.
-- @many
-- @integer line_key
SELECT entry_no * 1000 + line_no AS line_key, entry_no, entry_on, fact, fact_event, control, amount_minor
FROM journal_line
WHERE store_id = :store_id AND batch_no = :batch_no AND account = :account
    AND entry_no >= CAST(:after AS bigint) / 1000 AND entry_no * 1000 + line_no > :after
ORDER BY entry_no, line_no
LIMIT :most
