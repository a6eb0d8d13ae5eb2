-- Forgets what is long over. Binds: before.
DELETE FROM lock_out WHERE until_at <= :before
