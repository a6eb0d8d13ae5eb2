-- Appends all movements of a batch.
INSERT INTO movement (store_id, seq, moved_on, kind, item_no, lot_no, units, cost_minor, box_no, reason, event_seq,
    corrects)
SELECT CAST(:store_id AS bigint), r.seq, r.moved_on, r.kind, r.item_no, r.lot_no, r.units, r.cost, r.box_no, r.reason,
    CAST(:event_seq AS bigint), r.corrects
FROM unnest(CAST(:seq AS bigint[]), CAST(:moved_on AS bigint[]), CAST(:kind AS text[]), CAST(:item_no AS bigint[]),
    CAST(:lot_no AS bigint[]), CAST(:units AS bigint[]), CAST(:cost AS bigint[]), CAST(:box_no AS bigint[]),
    CAST(:reason AS text[]), CAST(:corrects AS bigint[]))
    AS r (seq, moved_on, kind, item_no, lot_no, units, cost, box_no, reason, corrects)
