-- Keeps the close of a month that is opened again.
INSERT INTO reopened_month (store_id, event_seq, month, closed_event, moved_boxes, moved_minor, carried_boxes,
    carried_contents_minor, carried_packaging_minor, carried_labor_minor, stock_gift_units, stock_gift_minor,
    stock_packaging_units, stock_packaging_minor, reason)
VALUES (:store_id, :event_seq, :month, :closed_event, :moved_boxes, :moved, :carried_boxes, :carried_contents,
    :carried_packaging, :carried_labor, :stock_gift_units, :stock_gift, :stock_packaging_units, :stock_packaging,
    :reason)
