-- Adds one lot a run, whole. Binds: store_id and the columns.
INSERT INTO lot (store_id, lot_no, item_no, received_on, units, cost_minor, units_left, cost_left_minor, source, reference, supplier)
VALUES (:store_id, :lot_no, :item_no, :received_on, :units, :cost, :units, :cost, :source, :reference, :supplier)
