-- Removes the pictures of the items of a range of numbers.
DELETE FROM item_picture WHERE store_id = :store_id AND item_no BETWEEN :first_no AND :last_no
