-- A code that a recipient has again is no earlier one.
DELETE FROM recipient_alias WHERE store_id = :store_id AND code_folded = :code_folded
