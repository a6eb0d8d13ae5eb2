-- Forgets sessions that have ended, and those that a clock has dated ahead.
DELETE FROM user_session WHERE ends_at <= :now OR last_seen_at <= :idle_since OR last_seen_at > :latest OR created_at > :latest
