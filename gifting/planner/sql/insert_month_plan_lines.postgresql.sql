-- Stores all lines of a month's proposal.
INSERT INTO month_plan_line (store_id, month, recipient_no, item_no, units)
SELECT i.store_id, CAST(:month AS bigint), r.recipient_no, i.item_no, r.units
FROM unnest(CAST(:recipient_no AS bigint[]), CAST(:sku AS text[]), CAST(:units AS bigint[]))
    AS r (recipient_no, sku, units)
JOIN item i ON i.store_id = :store_id AND i.sku = r.sku
