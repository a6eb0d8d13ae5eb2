-- The packed and planned boxes that count in the open months before a month. closed_through is 0 if no month is
-- closed. The cost of planned boxes is estimated. The months are those of packing, or those they are planned for. `+`
-- keeps SQLite to the index of packed boxes.
-- @many
-- @text state
-- @null first_month, last_month
SELECT 'packed' AS state, COUNT(*) AS boxes,
    CAST(COALESCE(SUM(b.contents_minor + b.packaging_minor + b.labor_minor), 0) AS BIGINT) AS cost_minor,
    MIN(b.packed_on / 100) AS first_month, MAX(b.packed_on / 100) AS last_month
FROM box b
WHERE b.store_id = :store_id AND b.state = 'packed' AND +b.month > :closed_through AND +b.month < :month
UNION ALL
SELECT 'planned' AS state, COUNT(*), CAST(COALESCE(SUM(p.contents_minor + p.packaging_minor + p.labor_minor),
    0) AS BIGINT),
    MIN(p.month), MAX(p.month)
FROM planned_box p
WHERE p.store_id = :store_id AND p.state = 'planned' AND p.month > :closed_through AND p.month < :month
ORDER BY state
