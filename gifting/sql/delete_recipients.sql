-- Takes the recipients of a range of numbers away; removed_row keeps their numbers.
DELETE FROM recipient WHERE store_id = :store_id AND recipient_no BETWEEN :first_no AND :last_no
