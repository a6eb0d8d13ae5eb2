-- Adds all lines of a batch.
INSERT INTO planned_line (store_id, box_no, item_no, units)
SELECT CAST(:store_id AS bigint), r.box_no, r.item_no, r.units
FROM unnest(CAST(:box_no AS bigint[]), CAST(:item_no AS bigint[]), CAST(:units AS bigint[]))
    AS r (box_no, item_no, units)
