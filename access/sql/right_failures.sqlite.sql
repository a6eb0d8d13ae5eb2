-- Sets wrong passwords dated in the future to now.
UPDATE login_failure SET last_at = :now WHERE last_at > :now
