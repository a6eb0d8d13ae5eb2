-- The items as they are: the event that added each, then the columns of a fact.
-- @many
SELECT added_event, item_no, sku, name, kind, category, unit, size, barcode, supplier, reorder_level, par_level, pack_size, lead_days,
    imprinted, retired
FROM item
WHERE store_id = :store_id
ORDER BY item_no
