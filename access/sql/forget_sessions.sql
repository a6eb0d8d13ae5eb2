-- Deletes sessions that have ended or are dated in the future.
DELETE FROM user_session WHERE ends_at <= :now OR last_seen_at <= :idle_since OR last_seen_at > :latest
    OR created_at > :latest
