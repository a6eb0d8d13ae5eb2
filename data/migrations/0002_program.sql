-- The program itself: nominations and choices, recipients in full, recipes, planned boxes, the month plan, the note on the lid.

ALTER TABLE store_books ADD COLUMN waiting_months bigint NOT NULL DEFAULT 6;

-- Units promised to planned boxes: a stored balance, written by inventory::Shelf alone.
ALTER TABLE item ADD COLUMN reserved_units bigint NOT NULL DEFAULT 0;

-- household: whoever has the same word belongs together (a family, a fleet). sizes: `category=size` and tastes: categories, both parted by commas.
-- An anonymized recipient keeps its number and nothing else.
ALTER TABLE recipient ADD COLUMN household text NOT NULL DEFAULT '';
ALTER TABLE recipient ADD COLUMN sizes text NOT NULL DEFAULT '';
ALTER TABLE recipient ADD COLUMN tastes text NOT NULL DEFAULT '';
ALTER TABLE recipient ADD COLUMN do_not_gift bigint NOT NULL DEFAULT 0;
ALTER TABLE recipient ADD COLUMN anonymized bigint NOT NULL DEFAULT 0;

CREATE INDEX recipient_household_ix ON recipient (store_id, household) WHERE household <> '';

-- Who was suggested, by whom and why. answer is the reason for which it was withdrawn or declined or, of an open one, for which its recipient
-- was taken off the month's list.
CREATE TABLE nomination (
    store_id bigint NOT NULL,
    nomination_no bigint NOT NULL,
    month bigint NOT NULL,
    recipient_no bigint NOT NULL,
    adviser text NOT NULL,
    department text NOT NULL,
    reason text NOT NULL,
    state text NOT NULL,
    answer text NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT nomination_pk PRIMARY KEY (store_id, nomination_no),
    CONSTRAINT nomination_state_ck CHECK (state IN ('open', 'withdrawn', 'declined'))
) WITHOUT ROWID;

-- One per adviser, recipient and month, unless it was withdrawn.
CREATE UNIQUE INDEX nomination_adviser_uq ON nomination (store_id, month, recipient_no, adviser) WHERE state <> 'withdrawn';
CREATE INDEX nomination_month_ix ON nomination (store_id, month);
CREATE INDEX nomination_recipient_ix ON nomination (store_id, recipient_no, month);

-- The list of a month. warnings: what spoke against it when it was added, in words; despite: why it was chosen all the same.
-- approved_event: 0 until a manager has approved it.
CREATE TABLE choice (
    store_id bigint NOT NULL,
    month bigint NOT NULL,
    recipient_no bigint NOT NULL,
    warnings text NOT NULL,
    despite text NOT NULL,
    chosen_by text NOT NULL,
    event_seq bigint NOT NULL,
    approved_by text NOT NULL,
    approved_event bigint NOT NULL,
    CONSTRAINT choice_pk PRIMARY KEY (store_id, month, recipient_no)
) WITHOUT ROWID;

CREATE INDEX choice_recipient_ix ON choice (store_id, recipient_no, month);

-- A recipe's newest version holds; older ones stay for the boxes planned by them. labor_minutes may be null: the minutes of the store.
CREATE TABLE recipe (
    store_id bigint NOT NULL,
    recipe_no bigint NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL,
    labor_minutes bigint,
    event_seq bigint NOT NULL,
    CONSTRAINT recipe_pk PRIMARY KEY (store_id, recipe_no, version),
    CONSTRAINT recipe_name_uq UNIQUE (store_id, name, version),
    CONSTRAINT recipe_labor_minutes_ck CHECK (labor_minutes >= 0)
) WITHOUT ROWID;

-- A line is an item, or one of a category.
CREATE TABLE recipe_line (
    store_id bigint NOT NULL,
    recipe_no bigint NOT NULL,
    version bigint NOT NULL,
    line_no bigint NOT NULL,
    item_no bigint,
    category text,
    units bigint NOT NULL,
    CONSTRAINT recipe_line_pk PRIMARY KEY (store_id, recipe_no, version, line_no),
    CONSTRAINT recipe_line_recipe_fk FOREIGN KEY (store_id, recipe_no, version) REFERENCES recipe (store_id, recipe_no, version),
    CONSTRAINT recipe_line_what_ck CHECK ((item_no IS NULL) <> (category IS NULL)),
    CONSTRAINT recipe_line_units_ck CHECK (units > 0)
) WITHOUT ROWID;

-- A box before it is packed: its number is the box's own. Its cost is an estimate, and counts as committed in month. Packing puts a row of box in its
-- place; a cancelled one stays, without lines and cost.
CREATE TABLE planned_box (
    store_id bigint NOT NULL,
    box_no bigint NOT NULL,
    recipient_no bigint NOT NULL,
    state text NOT NULL,
    month bigint NOT NULL,
    labor_minutes bigint NOT NULL,
    contents_minor bigint NOT NULL,
    packaging_minor bigint NOT NULL,
    labor_minor bigint NOT NULL,
    plan_override text,
    recipe_no bigint,
    recipe_version bigint,
    cancel_reason text,
    event_seq bigint NOT NULL,
    CONSTRAINT planned_box_pk PRIMARY KEY (store_id, box_no),
    CONSTRAINT planned_box_state_ck CHECK (state IN ('planned', 'cancelled')),
    CONSTRAINT planned_box_labor_minutes_ck CHECK (labor_minutes >= 0)
) WITHOUT ROWID;

CREATE INDEX planned_box_month_ix ON planned_box (store_id, month);
CREATE INDEX planned_box_recipient_ix ON planned_box (store_id, recipient_no);

CREATE TABLE planned_line (
    store_id bigint NOT NULL,
    box_no bigint NOT NULL,
    item_no bigint NOT NULL,
    units bigint NOT NULL,
    CONSTRAINT planned_line_pk PRIMARY KEY (store_id, box_no, item_no),
    CONSTRAINT planned_line_box_fk FOREIGN KEY (store_id, box_no) REFERENCES planned_box (store_id, box_no),
    CONSTRAINT planned_line_item_fk FOREIGN KEY (store_id, item_no) REFERENCES item (store_id, item_no),
    CONSTRAINT planned_line_units_ck CHECK (units > 0)
) WITHOUT ROWID;

-- What the planner last proposed for a month, until it is accepted. It reserves nothing and costs nothing.
CREATE TABLE month_plan (
    store_id bigint NOT NULL,
    month bigint NOT NULL,
    recipe_no bigint,
    recipe_version bigint,
    summary text NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT month_plan_pk PRIMARY KEY (store_id, month)
) WITHOUT ROWID;

CREATE TABLE month_plan_line (
    store_id bigint NOT NULL,
    month bigint NOT NULL,
    recipient_no bigint NOT NULL,
    item_no bigint NOT NULL,
    units bigint NOT NULL,
    CONSTRAINT month_plan_line_pk PRIMARY KEY (store_id, month, recipient_no, item_no),
    CONSTRAINT month_plan_line_plan_fk FOREIGN KEY (store_id, month) REFERENCES month_plan (store_id, month),
    CONSTRAINT month_plan_line_units_ck CHECK (units > 0)
) WITHOUT ROWID;

-- The wording of the note on the lid, with merge fields, and who signs it, one a line. approved_event: 0 until a manager has approved it;
-- the newest approved version is the one that is written.
CREATE TABLE note_template (
    store_id bigint NOT NULL,
    version bigint NOT NULL,
    wording text NOT NULL,
    signers text NOT NULL,
    event_seq bigint NOT NULL,
    approved_by text NOT NULL,
    approved_event bigint NOT NULL,
    CONSTRAINT note_template_pk PRIMARY KEY (store_id, version)
) WITHOUT ROWID;

-- The note of one box, frozen: the merged wording. Emptied when its recipient is anonymized.
CREATE TABLE box_note (
    store_id bigint NOT NULL,
    box_no bigint NOT NULL,
    version bigint NOT NULL,
    wording text NOT NULL,
    event_seq bigint NOT NULL,
    CONSTRAINT box_note_pk PRIMARY KEY (store_id, box_no)
) WITHOUT ROWID;

-- Who signs a box's note. signed_event: 0 until they have.
CREATE TABLE note_signature (
    store_id bigint NOT NULL,
    box_no bigint NOT NULL,
    signer_no bigint NOT NULL,
    signer text NOT NULL,
    signed_event bigint NOT NULL,
    CONSTRAINT note_signature_pk PRIMARY KEY (store_id, box_no, signer_no),
    CONSTRAINT note_signature_note_fk FOREIGN KEY (store_id, box_no) REFERENCES box_note (store_id, box_no)
) WITHOUT ROWID;
