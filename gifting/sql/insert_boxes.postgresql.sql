-- Adds all boxes of a batch.
INSERT INTO box (store_id, box_no, reference, recipient_no, state, month, packed_on, given_on, unpacked_on,
    labor_minutes,
    contents_minor, packaging_minor, labor_minor, pack_override, give_override, first_movement, last_movement,
        event_seq)
SELECT CAST(:store_id AS bigint), r.box_no, r.reference, r.recipient_no, r.state, r.month, r.packed_on, r.given_on,
    r.unpacked_on,
    r.labor_minutes, r.contents, r.packaging, r.labor, r.pack_override, r.give_override, r.first_movement,
        r.last_movement,
    CAST(:event_seq AS bigint)
FROM unnest(CAST(:box_no AS bigint[]), CAST(:reference AS text[]), CAST(:recipient_no AS bigint[]),
    CAST(:state AS text[]),
    CAST(:month AS bigint[]), CAST(:packed_on AS bigint[]), CAST(:given_on AS bigint[]),
        CAST(:unpacked_on AS bigint[]), CAST(:labor_minutes AS bigint[]),
    CAST(:contents AS bigint[]), CAST(:packaging AS bigint[]), CAST(:labor AS bigint[]),
        CAST(:pack_override AS text[]), CAST(:give_override AS text[]),
    CAST(:first_movement AS bigint[]), CAST(:last_movement AS bigint[]))
    AS r (box_no, reference, recipient_no, state, month, packed_on, given_on, unpacked_on, labor_minutes, contents,
        packaging,
    labor, pack_override, give_override, first_movement, last_movement)
