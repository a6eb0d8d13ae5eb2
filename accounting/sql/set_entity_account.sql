-- Maps a role to an account of an entity's ledger from a month on.
INSERT INTO entity_account (entity, role, department, from_month, account)
VALUES (:entity, :role, :department, :from_month, :account)
ON CONFLICT (entity, role, department, from_month) DO UPDATE SET account = excluded.account
