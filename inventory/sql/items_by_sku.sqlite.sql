-- One item per run, without its lots.
-- @many
-- @each sku
SELECT item_no, sku, kind, retired, reserved_units, imprinted FROM item WHERE store_id = :store_id AND sku = :sku
