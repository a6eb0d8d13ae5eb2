-- The items of a range of numbers that were ever received or counted, or that a planned box, recipe, proposal or count
-- has.
-- @many
SELECT i.item_no, i.sku, i.name
FROM item i
WHERE i.store_id = :store_id AND i.item_no BETWEEN :first_no AND :last_no AND (
    EXISTS (SELECT 1 FROM lot l WHERE l.store_id = i.store_id AND l.item_no = i.item_no)
    OR EXISTS (SELECT 1 FROM item_count c WHERE c.store_id = i.store_id AND c.item_no = i.item_no)
    OR i.item_no IN (SELECT s.item_no FROM count_line s WHERE s.store_id = :store_id)
    OR i.item_no IN (SELECT p.item_no FROM planned_line p WHERE p.store_id = :store_id)
    OR i.item_no IN (SELECT r.item_no FROM recipe_line r WHERE r.store_id = :store_id AND r.item_no IS NOT NULL)
    OR i.item_no IN (SELECT m.item_no FROM month_plan_line m WHERE m.store_id = :store_id)
    OR i.item_no IN (SELECT s.item_no FROM item_supplier s WHERE s.store_id = :store_id)
    OR i.item_no IN (SELECT l.item_no FROM order_line l WHERE l.store_id = :store_id))
ORDER BY i.item_no
