-- The newest backup whose books held.
-- @optional
SELECT made_at, place FROM backup WHERE is_good = 1 ORDER BY made_at DESC, place LIMIT 1
