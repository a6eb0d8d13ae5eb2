-- Rows stored as twins although no older row has their folded form.
-- @many
-- @text what
SELECT 'item' AS what, i.item_no AS number
FROM item i
WHERE i.store_id = :store_id AND i.sku_twin <> 0 AND NOT EXISTS (
    SELECT 1 FROM item o WHERE o.store_id = i.store_id AND o.sku_folded = i.sku_folded AND o.item_no < i.item_no)
UNION ALL
SELECT 'recipient', r.recipient_no
FROM recipient r
WHERE r.store_id = :store_id AND r.code_twin <> 0 AND NOT EXISTS (
    SELECT 1 FROM recipient o WHERE o.store_id = r.store_id AND o.code_folded = r.code_folded
        AND o.recipient_no < r.recipient_no)
UNION ALL
SELECT 'nomination', n.nomination_no
FROM nomination n
WHERE n.store_id = :store_id AND n.adviser_twin <> 0 AND NOT EXISTS (
    SELECT 1 FROM nomination o
    WHERE o.store_id = n.store_id AND o.month = n.month AND o.recipient_no = n.recipient_no
        AND o.adviser_folded = n.adviser_folded
        AND o.nomination_no < n.nomination_no)
UNION ALL
SELECT 'recipe', p.recipe_no
FROM recipe p
WHERE p.store_id = :store_id AND p.name_twin <> 0 AND NOT EXISTS (
    SELECT 1 FROM recipe o WHERE o.store_id = p.store_id AND o.name_folded = p.name_folded
        AND o.recipe_no < p.recipe_no)
ORDER BY 1, 2
