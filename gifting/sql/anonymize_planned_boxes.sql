-- Clears the reasons on a recipient's planned boxes, and keeps that there were reasons.
UPDATE planned_box
SET plan_override = CASE WHEN plan_override IS NULL THEN NULL ELSE 'anonymized' END,
    cancel_reason = CASE WHEN cancel_reason IS NULL THEN NULL ELSE 'anonymized' END
WHERE store_id = :store_id AND recipient_no = :recipient_no
