-- Adds all notes of a batch.
INSERT INTO box_note (store_id, box_no, version, wording, event_seq)
SELECT CAST(:store_id AS bigint), r.box_no, r.version, r.wording, CAST(:event_seq AS bigint)
FROM unnest(CAST(:box_no AS bigint[]), CAST(:version AS bigint[]), CAST(:wording AS text[]))
    AS r (box_no, version, wording)
