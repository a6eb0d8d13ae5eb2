-- Stores the folded texts of one row per run.
-- @each nomination_no, adviser_folded
UPDATE nomination SET adviser_folded = :adviser_folded WHERE store_id = :store_id AND nomination_no = :nomination_no
