-- Maps a role to an account from a month on, for a department or for all that have none of their own.
INSERT INTO journal_account (store_id, role, from_month, event_seq, account, department)
VALUES (:store_id, :role, :from_month, :event_seq, :account, :department)
