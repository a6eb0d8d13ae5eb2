-- Adds all lots of a batch.
INSERT INTO lot (store_id, lot_no, item_no, received_on, units, cost_minor, source, reference, supplier, line,
    reason, delivery_no)
SELECT CAST(:store_id AS bigint), r.lot_no, r.item_no, r.received_on, r.units, r.cost, r.source, r.reference,
    r.supplier, r.line, r.reason, r.delivery_no
FROM unnest(CAST(:lot_no AS bigint[]), CAST(:item_no AS bigint[]), CAST(:received_on AS bigint[]),
    CAST(:units AS bigint[]),
    CAST(:cost AS bigint[]), CAST(:source AS text[]), CAST(:reference AS text[]), CAST(:supplier AS text[]),
    CAST(:line AS bigint[]), CAST(:reason AS text[]), CAST(:delivery_no AS bigint[]))
    AS r (lot_no, item_no, received_on, units, cost, source, reference, supplier, line, reason, delivery_no)
