-- Marks the first of the rows with the same folded form as not a twin.
UPDATE item
SET sku_twin = 0
WHERE store_id = :store_id AND item_no IN (
    SELECT MIN(x.item_no)
    FROM item x
    WHERE x.store_id = :store_id
    GROUP BY x.sku_folded)
