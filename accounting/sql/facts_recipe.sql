-- What events recorded in `recipe`. Binds: store_id, after, upto (events). Returns: event, the columns of a fact.
SELECT event_seq, recipe_no, version, name, labor_minutes
FROM recipe
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, recipe_no, version
