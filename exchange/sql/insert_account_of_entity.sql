-- Adds an account of an entity.
INSERT INTO entity_account (entity, role, department, from_month, account)
VALUES (:entity, :role, :department, :from_month, :account)
