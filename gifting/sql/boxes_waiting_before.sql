-- The boxes that count in the open months before a month and wait to be given or packed. `+` keeps SQLite to the index of the boxes packed.
-- Binds: store_id, closed_through (0: no month), month. Rows: two.
-- Returns: packed or planned, boxes, their cost (of planned ones estimated), the first and the last month in which they were packed or for which
-- they are planned (nulls without boxes).
SELECT 'packed' AS state, COUNT(*), CAST(COALESCE(SUM(b.contents_minor + b.packaging_minor + b.labor_minor), 0) AS BIGINT),
    MIN(b.packed_on / 100), MAX(b.packed_on / 100)
FROM box b
WHERE b.store_id = :store_id AND b.state = 'packed' AND +b.month > :closed_through AND +b.month < :month
UNION ALL
SELECT 'planned' AS state, COUNT(*), CAST(COALESCE(SUM(p.contents_minor + p.packaging_minor + p.labor_minor), 0) AS BIGINT),
    MIN(p.month), MAX(p.month)
FROM planned_box p
WHERE p.store_id = :store_id AND p.state = 'planned' AND p.month > :closed_through AND p.month < :month
ORDER BY state
