-- The SKU that an item had before it was renamed; empty where the row keeps other attributes from before. It still
-- means the item, and closed months show it.
ALTER TABLE item_history ADD COLUMN sku text NOT NULL DEFAULT '';
ALTER TABLE item_history ADD COLUMN sku_folded text NOT NULL DEFAULT '';
CREATE INDEX item_history_sku_ix ON item_history (store_id, sku_folded) WHERE sku_folded <> '';
