-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO month_total (store_id, month, boxes_given, recipients, contents_minor, packaging_minor, labor_minor,
    committed_minor, restock_minor, write_off_minor, overrides, first_movement, last_movement)
VALUES (:store_id, :month, :boxes_given, :recipients, :contents_minor, :packaging_minor, :labor_minor,
    :committed_minor, :restock_minor, :write_off_minor, :overrides, :first_movement, :last_movement)
