-- People and what they may do. These tables are directories that the stores share: no part of any store's books, from which no sum is made. They
-- do not leave with a store, and verify does not read them. What is a secret is kept as a hash only.

-- The one row that whoever adds a user locks.
CREATE TABLE user_counter (
    counter_no bigint NOT NULL,
    last_user bigint NOT NULL,
    CONSTRAINT user_counter_pk PRIMARY KEY (counter_no),
    CONSTRAINT user_counter_one_ck CHECK (counter_no = 1)
);

INSERT INTO user_counter (counter_no, last_user) VALUES (1, 0);

-- password_version counts the passwords a user has had: a session of an older one has ended.
CREATE TABLE app_user (
    user_id bigint NOT NULL,
    login text NOT NULL,
    display_name text NOT NULL,
    password_hash text NOT NULL,
    password_version bigint NOT NULL,
    disabled bigint NOT NULL,
    CONSTRAINT app_user_pk PRIMARY KEY (user_id),
    CONSTRAINT app_user_login_uq UNIQUE (login),
    CONSTRAINT app_user_disabled_ck CHECK (disabled IN (0, 1))
) WITHOUT ROWID;

CREATE TABLE user_role (
    store_id bigint NOT NULL,
    user_id bigint NOT NULL,
    role text NOT NULL,
    CONSTRAINT user_role_pk PRIMARY KEY (store_id, user_id, role),
    CONSTRAINT user_role_store_fk FOREIGN KEY (store_id) REFERENCES store (store_id),
    CONSTRAINT user_role_user_fk FOREIGN KEY (user_id) REFERENCES app_user (user_id),
    CONSTRAINT user_role_role_ck CHECK (role IN ('parts-director', 'manager', 'accounting', 'adviser', 'administrator'))
) WITHOUT ROWID;

CREATE INDEX user_role_user_ix ON user_role (user_id);

CREATE TABLE user_session (
    token_hash text NOT NULL,
    user_id bigint NOT NULL,
    password_version bigint NOT NULL,
    created_at bigint NOT NULL,
    last_seen_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    CONSTRAINT user_session_pk PRIMARY KEY (token_hash),
    CONSTRAINT user_session_user_fk FOREIGN KEY (user_id) REFERENCES app_user (user_id)
) WITHOUT ROWID;

-- A token of a program: it may what the role may in the one store, as long as the user who made it has that role.
CREATE TABLE api_token (
    store_id bigint NOT NULL,
    token_hash text NOT NULL,
    user_id bigint NOT NULL,
    role text NOT NULL,
    label text NOT NULL,
    created_at bigint NOT NULL,
    revoked_at bigint,
    CONSTRAINT api_token_pk PRIMARY KEY (token_hash),
    CONSTRAINT api_token_label_uq UNIQUE (store_id, label),
    CONSTRAINT api_token_store_fk FOREIGN KEY (store_id) REFERENCES store (store_id),
    CONSTRAINT api_token_user_fk FOREIGN KEY (user_id) REFERENCES app_user (user_id)
) WITHOUT ROWID;

-- Wrong passwords by login and by address, each as a hash: people type passwords into the wrong field.
CREATE TABLE login_failure (
    subject_hash text NOT NULL,
    failures bigint NOT NULL,
    last_at bigint NOT NULL,
    CONSTRAINT login_failure_pk PRIMARY KEY (subject_hash)
) WITHOUT ROWID;

CREATE TABLE setup_link (
    token_hash text NOT NULL,
    expires_at bigint NOT NULL,
    CONSTRAINT setup_link_pk PRIMARY KEY (token_hash)
) WITHOUT ROWID;
