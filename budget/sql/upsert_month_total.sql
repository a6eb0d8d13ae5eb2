-- Sets the totals of a month.
INSERT INTO month_total (store_id, month, boxes_given, recipients, contents_minor, packaging_minor, labor_minor,
    committed_minor,
    restock_minor, write_off_minor, variance_minor, overrides, first_movement, last_movement)
VALUES (:store_id, :month, :boxes_given, :recipients, :contents, :packaging, :labor, :committed, :restock,
    :write_off, :variance, :overrides,
    :first_movement, :last_movement)
ON CONFLICT (store_id, month) DO UPDATE
SET boxes_given = excluded.boxes_given, recipients = excluded.recipients, contents_minor = excluded.contents_minor,
    packaging_minor = excluded.packaging_minor, labor_minor = excluded.labor_minor,
        committed_minor = excluded.committed_minor,
    restock_minor = excluded.restock_minor, write_off_minor = excluded.write_off_minor,
    variance_minor = excluded.variance_minor, overrides = excluded.overrides,
    first_movement = excluded.first_movement, last_movement = excluded.last_movement
