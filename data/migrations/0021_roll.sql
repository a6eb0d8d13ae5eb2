-- A close keeps the stock at the end of the month's last day, gift items and packaging, so that a roll-forward begins
-- with it. Units of -1: the month was closed before that.
ALTER TABLE closed_month ADD COLUMN stock_gift_units bigint NOT NULL DEFAULT -1;
ALTER TABLE closed_month ADD COLUMN stock_gift_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE closed_month ADD COLUMN stock_packaging_units bigint NOT NULL DEFAULT -1;
ALTER TABLE closed_month ADD COLUMN stock_packaging_minor bigint NOT NULL DEFAULT 0;
