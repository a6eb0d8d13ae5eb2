-- Adds all items of a batch.
INSERT INTO item (store_id, item_no, sku, name, kind, category, unit, size, barcode, supplier, reorder_level, par_level,
    pack_size, lead_days, imprinted, retired, added_event, sku_folded, barcode_folded)
SELECT CAST(:store_id AS bigint), r.item_no, r.sku, r.name, r.kind, r.category, r.unit, r.size, r.barcode, r.supplier,
    r.reorder_level, r.par_level, r.pack_size, r.lead_days, r.imprinted, 0,
    CAST(:added_event AS bigint), r.sku_folded, r.barcode_folded
FROM unnest(CAST(:item_no AS bigint[]), CAST(:sku AS text[]), CAST(:name AS text[]), CAST(:kind AS text[]),
    CAST(:category AS text[]), CAST(:unit AS text[]), CAST(:size AS text[]), CAST(:barcode AS text[]),
    CAST(:supplier AS text[]), CAST(:reorder_level AS bigint[]), CAST(:par_level AS bigint[]),
    CAST(:pack_size AS bigint[]), CAST(:lead_days AS bigint[]), CAST(:imprinted AS bigint[]),
    CAST(:sku_folded AS text[]), CAST(:barcode_folded AS text[]))
    AS r (item_no, sku, name, kind, category, unit, size, barcode, supplier, reorder_level, par_level, pack_size,
    lead_days, imprinted, sku_folded, barcode_folded)
