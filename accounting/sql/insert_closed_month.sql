-- Keeps the close of a month.
INSERT INTO closed_month (store_id, month, event_seq, moved_boxes, moved_minor, carried_boxes, carried_contents_minor,
    carried_packaging_minor, carried_labor_minor, stock_gift_units, stock_gift_minor, stock_packaging_units,
    stock_packaging_minor)
VALUES (:store_id, :month, :event_seq, :moved_boxes, :moved, :carried_boxes, :carried_contents, :carried_packaging,
    :carried_labor, :stock_gift_units, :stock_gift, :stock_packaging_units, :stock_packaging)
