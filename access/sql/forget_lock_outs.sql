-- Deletes old lockouts.
DELETE FROM lock_out WHERE until_at <= :before
