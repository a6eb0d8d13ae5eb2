-- Words by which guards, look-ups and searches go are kept in a folded form beside the words themselves: without case, accents, width and blanks at
-- the ends (foundation::folded). These columns are derived: a step of this migration fills them, verify recomputes them.
-- A twin is 0, or the row's own number where the row was there before and an older one has the same folded form: both stay, each found as it is spelled.

ALTER TABLE item ADD COLUMN sku_folded text NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN sku_twin bigint NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN barcode_folded text NOT NULL DEFAULT '';
ALTER TABLE recipient ADD COLUMN code_folded text NOT NULL DEFAULT '';
ALTER TABLE recipient ADD COLUMN code_twin bigint NOT NULL DEFAULT 0;
ALTER TABLE recipient ADD COLUMN household_folded text NOT NULL DEFAULT '';
ALTER TABLE recipient ADD COLUMN search_text text NOT NULL DEFAULT '';
ALTER TABLE nomination ADD COLUMN adviser_folded text NOT NULL DEFAULT '';
ALTER TABLE nomination ADD COLUMN adviser_twin bigint NOT NULL DEFAULT 0;
ALTER TABLE recipe ADD COLUMN name_folded text NOT NULL DEFAULT '';
ALTER TABLE recipe ADD COLUMN name_twin bigint NOT NULL DEFAULT 0;

UPDATE item SET sku_twin = item_no;
UPDATE recipient SET code_twin = recipient_no;
UPDATE nomination SET adviser_twin = nomination_no;
UPDATE recipe SET name_twin = recipe_no;

CREATE UNIQUE INDEX item_sku_folded_uq ON item (store_id, sku_folded, sku_twin);
CREATE INDEX item_barcode_ix ON item (store_id, barcode_folded) WHERE barcode_folded <> '';
CREATE UNIQUE INDEX recipient_code_folded_uq ON recipient (store_id, code_folded, code_twin);
DROP INDEX recipient_household_ix;
CREATE INDEX recipient_household_ix ON recipient (store_id, household_folded) WHERE household_folded <> '';
-- One per adviser, recipient and month, unless it was withdrawn.
DROP INDEX nomination_adviser_uq;
CREATE UNIQUE INDEX nomination_adviser_uq ON nomination (store_id, month, recipient_no, adviser_folded, adviser_twin) WHERE state <> 'withdrawn';
CREATE UNIQUE INDEX recipe_name_folded_uq ON recipe (store_id, name_folded, name_twin, version);
