-- Sets when the journal books an expense.
UPDATE store_books
SET recognition = :recognition
WHERE store_id = :store_id
