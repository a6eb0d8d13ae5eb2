-- A request key stands for all that was asked: a digest of it is kept beside the command. The API kept one already, at the head of the result.
-- What else was kept before has none; such a key is refused, as nobody can tell what it stood for.
ALTER TABLE request ADD COLUMN digest text NOT NULL DEFAULT '';
UPDATE request SET digest = substr(result, 1, 64), result = substr(result, 66) WHERE command LIKE 'api %' AND result <> '';

-- The reference of a receipt is its supplier's own number, and an item may stand on more than one line of it.
ALTER TABLE lot ADD COLUMN line bigint NOT NULL DEFAULT 1 CONSTRAINT lot_line_ck CHECK (line > 0);
DROP INDEX lot_reference_uq;
CREATE UNIQUE INDEX lot_reference_uq ON lot (store_id, reference, item_no, supplier, line) WHERE reference IS NOT NULL;
