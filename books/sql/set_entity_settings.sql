-- Sets the name and the settings of a legal entity.
UPDATE legal_entity SET name = :name, dated_settings = :dated_settings WHERE code = :code
