-- Adds what was counted of all items of a batch.
INSERT INTO count_entry (store_id, count_no, item_no, turn, units, books, last_movement, cost_minor, event_seq)
SELECT CAST(:store_id AS bigint), CAST(:count_no AS bigint), r.item_no, r.turn, r.units, r.books, r.last_movement,
    r.cost, CAST(:event_seq AS bigint)
FROM unnest(CAST(:item_no AS bigint[]), CAST(:turn AS bigint[]), CAST(:units AS bigint[]), CAST(:books AS bigint[]),
    CAST(:last_movement AS bigint[]), CAST(:cost AS bigint[]))
    AS r (item_no, turn, units, books, last_movement, cost)
