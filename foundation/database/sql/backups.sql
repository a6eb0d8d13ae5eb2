-- Every known backup, newest first.
-- @many
SELECT made_at, place, is_good FROM backup ORDER BY made_at DESC, place
