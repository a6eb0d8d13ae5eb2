-- Stores the folded texts of the rows of a batch.
-- @each nomination_no, adviser_folded
UPDATE nomination t
SET adviser_folded = r.adviser_folded
FROM unnest(CAST(:nomination_no AS bigint[]), CAST(:adviser_folded AS text[])) AS r (nomination_no, adviser_folded)
WHERE t.store_id = :store_id AND t.nomination_no = r.nomination_no
