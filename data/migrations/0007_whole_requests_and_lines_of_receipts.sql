-- The reference of a receipt is its supplier's own number, and an item may stand on more than one line of it.
ALTER TABLE lot ADD COLUMN line bigint NOT NULL DEFAULT 1 CONSTRAINT lot_line_ck CHECK (line > 0);
DROP INDEX lot_reference_uq;
CREATE UNIQUE INDEX lot_reference_uq ON lot (store_id, reference, item_no, supplier, line) WHERE reference IS NOT NULL;
