-- Records that a box was taken back that had been given.
INSERT INTO box_take_back (store_id, event_seq, box_no, given_on, taken_back_on, give_override, reason)
VALUES (:store_id, :event_seq, :box_no, :given_on, :taken_back_on, :give_override, :reason)
