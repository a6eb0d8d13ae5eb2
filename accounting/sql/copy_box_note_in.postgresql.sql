-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO box_note (store_id, box_no, version, wording, event_seq)
SELECT CAST(:store_id AS bigint), r.box_no, r.version, r.wording, r.event_seq
FROM unnest(CAST(:box_no AS bigint[]), CAST(:version AS bigint[]), CAST(:wording AS text[]),
    CAST(:event_seq AS bigint[]))
    AS r (box_no, version, wording, event_seq)
