-- Adds all counts of items of a batch.
INSERT INTO item_count (store_id, event_seq, line_no, item_no, counted_on, difference, counted_by)
SELECT CAST(:store_id AS bigint), CAST(:event_seq AS bigint), r.line_no, r.item_no, r.counted_on, r.difference,
    r.counted_by
FROM unnest(CAST(:line_no AS bigint[]), CAST(:item_no AS bigint[]), CAST(:counted_on AS bigint[]),
    CAST(:difference AS bigint[]), CAST(:counted_by AS text[]))
    AS r (line_no, item_no, counted_on, difference, counted_by)
