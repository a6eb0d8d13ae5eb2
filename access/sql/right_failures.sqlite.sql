-- Wrong passwords that a clock has dated ahead were now at the latest.
UPDATE login_failure SET last_at = :now WHERE last_at > :now
