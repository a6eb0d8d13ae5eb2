-- Stores the folded texts of the rows of a batch.
-- @each recipient_no, code_folded, household_folded, search_text
UPDATE recipient t
SET code_folded = r.code_folded, household_folded = r.household_folded, search_text = r.search_text
FROM unnest(CAST(:recipient_no AS bigint[]), CAST(:code_folded AS text[]), CAST(:household_folded AS text[]),
    CAST(:search_text AS text[])) AS r (recipient_no, code_folded, household_folded, search_text)
WHERE t.store_id = :store_id AND t.recipient_no = r.recipient_no
