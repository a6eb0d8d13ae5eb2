-- Forgets lock-outs that are long over.
DELETE FROM lock_out WHERE until_at <= :before
