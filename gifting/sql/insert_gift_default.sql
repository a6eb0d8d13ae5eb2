-- Sets what boxes without a tax class, purpose or relationship of their own have from a month on.
INSERT INTO gift_default (store_id, event_seq, from_month, tax_class, purpose, relationship)
VALUES (:store_id, :event_seq, :from_month, :tax_class, :purpose, :relationship)
