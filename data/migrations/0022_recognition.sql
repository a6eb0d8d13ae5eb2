-- When the journal books what is given away as an expense: issue, when a box is given; receipt, when it arrives. Empty:
-- the store never said so, which means issue.
ALTER TABLE store_books ADD COLUMN recognition text NOT NULL DEFAULT '' CONSTRAINT store_books_recognition_ck
    CHECK (recognition = '' OR recognition = 'issue' OR recognition = 'receipt');
