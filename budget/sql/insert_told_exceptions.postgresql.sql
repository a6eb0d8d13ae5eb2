-- Adds all exceeded caps of a batch that an event told of before there were such rows.
INSERT INTO cap_exception (store_id, event_seq, line_no, month, step, box_no, lot_no, cap, action, amount_minor,
    would_be_minor)
SELECT CAST(:store_id AS bigint), CAST(:event_seq AS bigint), r.line_no, r.month, r.step, r.box_no, r.lot_no, r.cap,
    r.action, r.amount, r.would_be
FROM unnest(CAST(:line_no AS bigint[]), CAST(:month AS bigint[]), CAST(:step AS text[]), CAST(:box_no AS bigint[]),
    CAST(:lot_no AS bigint[]), CAST(:cap AS text[]), CAST(:action AS text[]), CAST(:amount AS bigint[]),
    CAST(:would_be AS bigint[]), CAST(:order_no AS bigint[]), CAST(:rolled AS bigint[]),
    CAST(:percent AS bigint[]))
    AS r (line_no, month, step, box_no, lot_no, cap, action, amount, would_be, order_no, rolled, percent)
WHERE r.order_no IS NULL AND r.rolled = 0 AND r.percent = 0
