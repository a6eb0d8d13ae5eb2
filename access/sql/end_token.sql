-- Ends a token. Binds: store_id, label, ended_at, end_reason.
UPDATE api_token SET ended_at = :ended_at, end_reason = :end_reason WHERE store_id = :store_id AND label = :label
