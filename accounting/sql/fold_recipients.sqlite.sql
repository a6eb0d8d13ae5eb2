-- Stores the folded texts of one row per run.
-- @each recipient_no, code_folded, household_folded, search_text
UPDATE recipient SET code_folded = :code_folded, household_folded = :household_folded,
    search_text = :search_text WHERE store_id = :store_id AND recipient_no = :recipient_no
