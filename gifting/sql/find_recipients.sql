-- Recipients by one code per run, ignoring capitals; more than one where older codes differ in capitals alone.
-- @many
-- @each code_folded
SELECT *
FROM recipient
WHERE store_id = :store_id AND code_folded = :code_folded
ORDER BY code
