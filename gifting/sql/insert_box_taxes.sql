-- Adds the tax class and the business purpose of one box per run.
-- @each box_no, tax_class, purpose
INSERT INTO box_tax (store_id, box_no, event_seq, tax_class, purpose)
VALUES (:store_id, :box_no, :event_seq, :tax_class, :purpose)
