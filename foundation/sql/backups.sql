-- Every backup that is known. Rows: one each, the newest first. Returns: made_at, place, is_good.
SELECT made_at, place, is_good FROM backup ORDER BY made_at DESC, place
