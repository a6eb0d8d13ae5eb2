-- 1: an adviser nominated somebody new, and whoever edits recipients has not said yet who it is.
ALTER TABLE recipient ADD COLUMN unconfirmed bigint NOT NULL DEFAULT 0;

-- 1: a store of invented data to look around in, which may be removed.
ALTER TABLE store ADD COLUMN sample bigint NOT NULL DEFAULT 0;
