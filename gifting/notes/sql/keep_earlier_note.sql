-- Keeps what a note was before it is written again.
INSERT INTO earlier_note (store_id, event_seq, box_no, version)
SELECT store_id, event_seq, box_no, version FROM box_note WHERE store_id = :store_id AND box_no = :box_no
