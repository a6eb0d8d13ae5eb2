-- Maps a role to an account from a month on.
INSERT INTO journal_account (store_id, role, from_month, event_seq, account)
VALUES (:store_id, :role, :from_month, :event_seq, :account)
