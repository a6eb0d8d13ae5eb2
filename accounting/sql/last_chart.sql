-- The event of the newest chart; 0 for none.
-- @one
SELECT COALESCE(MAX(event_seq), 0) AS event_seq FROM chart_account WHERE store_id = :store_id
