-- Withdraws or declines a nomination.
UPDATE nomination SET state = :state, answer = :answer WHERE store_id = :store_id AND nomination_no = :nomination_no
