-- Adds the tax classes and the business purposes of a batch of boxes.
INSERT INTO box_tax (store_id, box_no, event_seq, tax_class, purpose)
SELECT CAST(:store_id AS bigint), r.box_no, CAST(:event_seq AS bigint), r.tax_class, r.purpose
FROM unnest(CAST(:box_no AS bigint[]), CAST(:tax_class AS text[]), CAST(:purpose AS text[]))
    AS r (box_no, tax_class, purpose)
