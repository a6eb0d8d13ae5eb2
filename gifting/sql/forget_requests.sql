-- Removes request keys that name a recipient themselves.
DELETE FROM request WHERE store_id = :store_id AND replace(replace(request_key, :code, ''), :name, '') <> request_key
