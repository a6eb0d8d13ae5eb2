-- Boxes are found by the beginning of their reference. Bytes are compared, on both engines.
CREATE INDEX box_reference_part_ix ON box (store_id, lower(reference COLLATE "C")) WHERE reference IS NOT NULL;
