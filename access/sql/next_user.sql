-- Takes the next user number. The row stays locked until the transaction ends.
-- @one
UPDATE user_counter SET last_user = last_user + 1 WHERE counter_no = 1 RETURNING last_user
