-- Ends a token.
UPDATE api_token SET ended_at = :ended_at, end_reason = :end_reason WHERE store_id = :store_id AND label = :label
