-- Leaves the number and the kind of a recipient. Binds: store_id, recipient_no, and the code and name it has from now on.
UPDATE recipient
SET code = :code, name = :name, recipient_group = '', note = '', household = '', sizes = '', tastes = '', do_not_gift = 1, anonymized = 1
WHERE store_id = :store_id AND recipient_no = :recipient_no
