-- Where a login was good before: browsers by the token of a cookie, and addresses, each as a hash. Wrong passwords from there are counted apart.
CREATE TABLE known_place (
    user_id bigint NOT NULL,
    place_hash text NOT NULL,
    last_at bigint NOT NULL,
    CONSTRAINT known_place_pk PRIMARY KEY (user_id, place_hash),
    CONSTRAINT known_place_user_fk FOREIGN KEY (user_id) REFERENCES app_user (user_id)
) WITHOUT ROWID;

CREATE INDEX known_place_hash_ix ON known_place (place_hash);

-- The last time that a login had to wait for somebody's wrong passwords, for administrators to see. The subject_hash is that of login_failure.
CREATE TABLE lock_out (
    user_id bigint NOT NULL,
    subject_hash text NOT NULL,
    began_at bigint NOT NULL,
    until_at bigint NOT NULL,
    failures bigint NOT NULL,
    address text NOT NULL,
    CONSTRAINT lock_out_pk PRIMARY KEY (user_id),
    CONSTRAINT lock_out_user_fk FOREIGN KEY (user_id) REFERENCES app_user (user_id)
) WITHOUT ROWID;

-- A token has one or several roles, parted by blanks, may be for reading only, and may have a last day. It ends for good, and why is kept: revoked,
-- role (its user lost it) or user (who was disabled).
ALTER TABLE api_token RENAME COLUMN role TO roles;
ALTER TABLE api_token RENAME COLUMN revoked_at TO ended_at;
ALTER TABLE api_token ADD COLUMN end_reason text NOT NULL DEFAULT '';
ALTER TABLE api_token ADD COLUMN reads_only bigint NOT NULL DEFAULT 0;
ALTER TABLE api_token ADD COLUMN last_day bigint;
ALTER TABLE api_token ADD COLUMN last_used_at bigint;

UPDATE api_token SET end_reason = 'revoked' WHERE ended_at IS NOT NULL;

-- Until now a token without its role or its user slept, and when that began was not kept, which 0 stands for.
UPDATE api_token SET end_reason = 'user', ended_at = 0
WHERE ended_at IS NULL AND user_id IN (SELECT u.user_id FROM app_user u WHERE u.disabled = 1);

UPDATE api_token SET end_reason = 'role', ended_at = 0
WHERE ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM user_role r WHERE r.store_id = api_token.store_id AND r.user_id = api_token.user_id
    AND r.role = api_token.roles);
