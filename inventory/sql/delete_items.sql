-- Takes the items of a range of numbers away; removed_row keeps their numbers.
DELETE FROM item WHERE store_id = :store_id AND item_no BETWEEN :first_no AND :last_no
