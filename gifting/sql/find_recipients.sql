-- Recipients by one code a run, whatever the capitals; more than one where codes that were there before differ in
-- capitals alone.
-- @many
-- @each code_folded
SELECT *
FROM recipient
WHERE store_id = :store_id AND code_folded = :code_folded
ORDER BY code
