-- A complaint also comes from a phone of somebody near a child, stays with the place that heard it when the volunteer goes, and
-- says why it was decided as it was.
ALTER TABLE volunteer_complaint
  MODIFY COLUMN raised_by BIGINT NULL COMMENT 'account; NULL when it came from a phone',
  ADD COLUMN raised_phone  BIGINT        NULL COMMENT 'phone account' AFTER raised_by,
  ADD COLUMN raised_as     VARCHAR(24)   NOT NULL DEFAULT 'DESK'
    COMMENT 'DESK, CADRE_FAMILY, PARENT, CAREGIVER, CHILD_DIRECTOR, CHILD_SUPERVISOR' AFTER raised_phone,
  ADD COLUMN division_code VARCHAR(12)   NOT NULL DEFAULT '' COMMENT 'the township that heard it' AFTER volunteer_id,
  ADD COLUMN reason_sealed VARCHAR(2000) NULL COMMENT 'why it was found true or not';

UPDATE volunteer_complaint c JOIN volunteer v ON v.id = c.volunteer_id
SET c.division_code = COALESCE((SELECT MIN(m.division_code) FROM membership m
                                WHERE m.phone_account_id = v.phone_account_id AND m.kind = 'VOLUNTEER'), '');

ALTER TABLE volunteer_complaint
  ADD COLUMN open_phone BIGINT GENERATED ALWAYS AS (IF(settled_at IS NULL, raised_phone, NULL)) VIRTUAL,
  ADD UNIQUE KEY uk_volunteer_complaint_open (volunteer_id, open_phone)
    COMMENT 'at most one open complaint of a person about a volunteer',
  ADD KEY ix_volunteer_complaint_queue (settled_at, raised_at) COMMENT 'for what waits, the longest waiting first',
  ADD CONSTRAINT ck_volunteer_complaint_raiser CHECK ((raised_by IS NULL) <> (raised_phone IS NULL)),
  ADD CONSTRAINT ck_volunteer_complaint_two CHECK (settled_by IS NULL OR raised_by IS NULL OR settled_by <> raised_by);
