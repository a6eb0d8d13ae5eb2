-- Of the rows that have one folded form the first is no twin.
UPDATE item
SET sku_twin = 0
WHERE store_id = :store_id AND item_no IN (
    SELECT MIN(x.item_no)
    FROM item x
    WHERE x.store_id = :store_id
    GROUP BY x.sku_folded)
