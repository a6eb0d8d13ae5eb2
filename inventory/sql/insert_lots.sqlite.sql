-- Adds one lot per run.
-- @each lot_no, item_no, received_on, units, cost, source, reference, supplier, line, reason, delivery_no
INSERT INTO lot (store_id, lot_no, item_no, received_on, units, cost_minor, source, reference, supplier, line,
    reason, delivery_no)
VALUES (:store_id, :lot_no, :item_no, :received_on, :units, :cost, :source, :reference, :supplier, :line,
    :reason, :delivery_no)
