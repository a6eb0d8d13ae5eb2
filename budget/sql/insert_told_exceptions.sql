-- Adds one exceeded cap per run that an event told of before there were such rows; a migration does, and orders had no
-- rows then, nothing rolled over, and no share of a cap warned.
-- @each line_no, month, step, box_no, lot_no, cap, action, amount, would_be, order_no, rolled, percent
INSERT INTO cap_exception (store_id, event_seq, line_no, month, step, box_no, lot_no, cap, action, amount_minor,
    would_be_minor)
SELECT CAST(:store_id AS bigint), CAST(:event_seq AS bigint), CAST(:line_no AS bigint), CAST(:month AS bigint),
    CAST(:step AS text), CAST(:box_no AS bigint), CAST(:lot_no AS bigint), CAST(:cap AS text), CAST(:action AS text),
    CAST(:amount AS bigint), CAST(:would_be AS bigint)
WHERE CAST(:order_no AS bigint) IS NULL AND CAST(:rolled AS bigint) = 0 AND CAST(:percent AS bigint) = 0
