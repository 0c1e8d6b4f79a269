-- Who may be tied by which number, what became of every tie, and which adults are kept away from a child and why.
ALTER TABLE account
  ADD COLUMN phone_sealed VARCHAR(200) NULL,
  ADD COLUMN phone_digest CHAR(64)     NULL,
  ADD KEY ix_account_phone (phone_digest) COMMENT 'for membership: which director or supervisor has this verified phone';

ALTER TABLE phone_account
  ADD COLUMN sms_digest   CHAR(64)    NULL COMMENT 'HMAC of the number by which somebody without WeChat signs in',
  ADD COLUMN last_seen_on DATE        NULL,
  ADD COLUMN closed_at    DATETIME(3) NULL,
  ADD UNIQUE KEY uk_phone_account_sms (sms_digest)  COMMENT 'for sign-in by one-time code',
  ADD KEY ix_phone_account_phone (phone_digest)     COMMENT 'for the search by number and for numbers two accounts have';

ALTER TABLE membership
  DROP INDEX uk_membership_live,
  DROP COLUMN live_key,
  MODIFY COLUMN kind VARCHAR(24) NOT NULL
    COMMENT 'CADRE_FAMILY, PARENT, CAREGIVER, VOLUNTEER, CHILD_DIRECTOR, CHILD_SUPERVISOR',
  ADD COLUMN account_id    BIGINT       NULL COMMENT 'the console account of a director or supervisor' AFTER child_id,
  ADD COLUMN source        VARCHAR(16)  NOT NULL DEFAULT 'PHONE' COMMENT 'PHONE, INVITATION, OFFER',
  ADD COLUMN invitation_id BIGINT       NULL,
  ADD COLUMN anew          VARCHAR(24)  NULL COMMENT 'why a confirmed tie waits again: NUMBER_CHANGED, LONG_AWAY',
  ADD COLUMN ended_by      BIGINT       NULL COMMENT 'account; NULL of an ended tie: the person alone',
  ADD COLUMN ended_at      DATETIME(3)  NULL,
  ADD COLUMN end_reason    VARCHAR(200) NULL,
  ADD COLUMN live_key VARCHAR(120) GENERATED ALWAYS AS
    (IF(state IN ('REQUESTED', 'CONFIRMED'),
        CONCAT(phone_account_id, ':', kind, ':', COALESCE(family_id, 0), ':', COALESCE(adult_id, 0), ':',
               IF(family_id IS NULL AND adult_id IS NULL, division_code, '')),
        NULL)) VIRTUAL,
  ADD UNIQUE KEY uk_membership_live (live_key)    COMMENT 'one live tie per account and person, and per place',
  ADD KEY ix_membership_adult (adult_id, state)   COMMENT 'for who else is tied as this adult, and for restraining',
  ADD KEY ix_membership_family (family_id, state) COMMENT 'for who else is tied to this family',
  ADD KEY ix_membership_child (child_id, state)   COMMENT 'for the parents of a child, and the phones around it',
  ADD KEY ix_membership_name (display_name)       COMMENT 'for the search by name';

CREATE TABLE adult_access_change (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  adult_id      BIGINT       NOT NULL,
  child_id      BIGINT       NOT NULL,
  access        VARCHAR(16)  NOT NULL COMMENT 'OPEN, SUSPECTED, RESTRAINED, REVOKED',
  reason_sealed VARCHAR(800) NOT NULL,
  changed_by    BIGINT       NOT NULL,
  changed_at    DATETIME(3)  NOT NULL,
  KEY ix_adult_access_change (adult_id, id) COMMENT 'for AdultAccess.around: the latest reason'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '谁不能接触孩子,为什么,每次改动都留着';
