-- How many views of all pages a person has in a store.
-- @one
-- @integer views
SELECT CAST(COUNT(*) AS BIGINT) AS views FROM saved_view WHERE store_id = :store_id AND user_id = :user_id
