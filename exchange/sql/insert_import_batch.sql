-- Keeps what an import did.
INSERT INTO import_batch (store_id, batch_no, kind, file_name, event_seq, added, changed, first_no, first_movement,
    last_no, undone_event, undo_reason)
VALUES (:store_id, :batch_no, :kind, :file_name, :event_seq, :added, :changed, :first_no, :first_movement,
    :last_no, 0, '')
