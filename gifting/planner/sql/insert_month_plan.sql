-- Stores a month's proposal.
INSERT INTO month_plan (store_id, month, recipe_no, recipe_version, summary, event_seq)
VALUES (:store_id, :month, :recipe_no, :recipe_version, :summary, :event_seq)
