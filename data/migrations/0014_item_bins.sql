-- Where an item lies on the shelf.
ALTER TABLE item ADD COLUMN bin text NOT NULL DEFAULT '';
