-- Keeps a code that a recipient had.
INSERT INTO recipient_alias (store_id, code_folded, code, recipient_no)
VALUES (:store_id, :code_folded, :code, :recipient_no)
