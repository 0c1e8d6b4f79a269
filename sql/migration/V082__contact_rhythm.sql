ALTER TABLE contact
  ADD COLUMN mood         VARCHAR(16) NULL COMMENT 'for the parent only',
  ADD COLUMN words_sealed TEXT        NULL COMMENT 'for the parent only',
  ADD KEY ix_contact_recorder (recorded_by, child_id, contacted_at) COMMENT 'for Contacts.recent: one parent''s own';

CREATE TABLE contact_confirmation (
  contact_id       BIGINT      NOT NULL,
  phone_account_id BIGINT      NOT NULL,
  confirmed_as     VARCHAR(24) NOT NULL COMMENT 'CAREGIVER, CHILD_DIRECTOR, CHILD_SUPERVISOR',
  as_told          BOOLEAN     NOT NULL,
  at               DATETIME(3) NOT NULL,
  PRIMARY KEY (contact_id, phone_account_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '家里人说联系没联系';

CREATE TABLE contact_reminder (
  phone_account_id BIGINT      NOT NULL PRIMARY KEY,
  day              VARCHAR(12) NOT NULL COMMENT 'MONDAY … SUNDAY',
  set_at           DATETIME(3) NOT NULL,
  KEY ix_contact_reminder_day (day) COMMENT 'for Reminders.on'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '父母自己挑的提醒日';

CREATE TABLE festival_return (
  child_id BIGINT      NOT NULL,
  adult_id BIGINT      NOT NULL,
  year     INT         NOT NULL,
  coming   VARCHAR(16) NOT NULL COMMENT 'YES, NO, NOT_SURE',
  said_at  DATETIME(3) NOT NULL,
  PRIMARY KEY (child_id, adult_id, year),
  KEY ix_festival_return (year, child_id) COMMENT 'for Festivals.list [JS-11]'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '过年回不回来';
