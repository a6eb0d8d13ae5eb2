-- Gives a box a department.
INSERT INTO box_department (store_id, box_no, event_seq, department, reason)
VALUES (:store_id, :box_no, :event_seq, :department, :reason)
