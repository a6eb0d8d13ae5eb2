-- Forgets sessions that have ended. Binds: now, idle_since.
DELETE FROM user_session WHERE ends_at <= :now OR last_seen_at <= :idle_since
