-- The facts recorded in `recipe`, each with its event.
-- @many
SELECT event_seq, recipe_no, version, name, labor_minutes
FROM recipe
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, recipe_no, version
