-- Every recipient. Binds: store_id. Returns: recipient_no, code, name, group, kind, note.
SELECT recipient_no, code, name, recipient_group, kind, note
FROM recipient
WHERE store_id = :store_id
ORDER BY code
