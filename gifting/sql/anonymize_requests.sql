-- Clears the results of request keys that name a recipient, with the digests of the requests and the name in a key.
UPDATE request
SET result = '',
    digest = '',
    request_key = CASE
        WHEN replace(replace(request_key, :code, ''), :name, '') = request_key THEN request_key
        ELSE 'anonymized ' || CAST(event_seq AS text) END
WHERE store_id = :store_id AND (replace(replace(replace(result, :code, ''), :name, ''), :name_in_json, '') <> result
    OR replace(replace(request_key, :code, ''), :name, '') <> request_key)
