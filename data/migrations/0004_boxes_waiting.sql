-- Home and `box list --state packed` ask for the few boxes that wait among all there ever were.
CREATE INDEX box_packed_ix ON box (store_id, box_no) WHERE state = 'packed';
