-- The newest backup whose books verified.
-- @optional
SELECT made_at, place FROM backup WHERE is_good = 1 ORDER BY made_at DESC, place LIMIT 1
