-- Adds one box per run.
-- @each box_no, reference, recipient_no, state, month, packed_on, given_on, unpacked_on, labor_minutes
-- @each contents, packaging, labor, pack_override, give_override, first_movement, last_movement
INSERT INTO box (store_id, box_no, reference, recipient_no, state, month, packed_on, given_on, unpacked_on,
    labor_minutes,
    contents_minor, packaging_minor, labor_minor, pack_override, give_override, first_movement, last_movement,
        event_seq)
VALUES (:store_id, :box_no, :reference, :recipient_no, :state, :month, :packed_on, :given_on, :unpacked_on,
    :labor_minutes,
    :contents, :packaging, :labor, :pack_override, :give_override, :first_movement, :last_movement, :event_seq)
