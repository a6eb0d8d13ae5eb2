-- Sets the reserved units of the items in a batch.
UPDATE item i
SET reserved_units = r.reserved
FROM unnest(CAST(:item_no AS bigint[]), CAST(:reserved AS bigint[])) AS r (item_no, reserved)
WHERE i.store_id = :store_id AND i.item_no = r.item_no
