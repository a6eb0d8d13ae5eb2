-- Clears the reasons for unpacking a recipient's boxes. Returns come after the packing, so reading begins there.
UPDATE movement
SET reason = 'anonymized'
WHERE store_id = :store_id AND reason IS NOT NULL
    AND seq > (SELECT MIN(last_movement) FROM box WHERE store_id = :store_id AND recipient_no = :recipient_no
        AND state = 'unpacked')
    AND box_no IN (SELECT box_no FROM box WHERE store_id = :store_id AND recipient_no = :recipient_no
        AND state = 'unpacked')
