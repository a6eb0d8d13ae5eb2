-- Clears the results of request keys that name a recipient, with the digests of the requests.
UPDATE request
SET result = '', digest = ''
WHERE store_id = :store_id AND replace(replace(replace(result, :code, ''), :name, ''), :name_in_json, '') <> result
