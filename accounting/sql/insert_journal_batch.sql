-- Adds a batch.
INSERT INTO journal_batch (store_id, batch_no, month, batch_key, through_event, entries, lines, debit_minor, digest,
    voids, reason, event_seq)
VALUES (:store_id, :batch_no, :month, :batch_key, :through_event, :entries, :lines, :debit, :digest, :voids, :reason,
    :event_seq)
