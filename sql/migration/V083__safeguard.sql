CREATE TABLE danger_report (
  id               BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind             VARCHAR(24) NOT NULL COMMENT 'JB-48',
  words_sealed     TEXT        NULL,
  child_id         BIGINT      NULL COMMENT 'a child within the reporter''s reach; NULL: any other',
  child_sealed     TEXT        NULL COMMENT 'who and where, in words',
  division_code    VARCHAR(12) NOT NULL,
  called_police    BOOLEAN     NOT NULL DEFAULT FALSE,
  discovered_at    DATETIME(3) NOT NULL,
  reported_at      DATETIME(3) NOT NULL COMMENT 'by the phone''s clock',
  received_at      DATETIME(3) NOT NULL,
  reporter_sealed  VARCHAR(200) NOT NULL COMMENT 'opened only in the security flow, with a purpose',
  reporter_digest  CHAR(64)    NOT NULL COMMENT 'HMAC: finds the own reports, tells nothing else',
  idempotency_key  CHAR(36)    NOT NULL,
  content_digest   CHAR(64)    NOT NULL,
  level            VARCHAR(16) NOT NULL COMMENT 'how far up it is shown: COUNTY, CITY, PROVINCE',
  accept_by        DATETIME(3) NOT NULL COMMENT 'goes one level up when nobody has accepted until then',
  state            VARCHAR(16) NOT NULL COMMENT 'WAITING, ACCEPTED',
  accepted_by      BIGINT      NULL,
  accepted_by_name VARCHAR(80) NULL,
  accepted_at      DATETIME(3) NULL,
  UNIQUE KEY uk_danger_report_key (reporter_digest, idempotency_key) COMMENT 'impossible to send twice; for Dangers.mine',
  KEY ix_danger_report_waiting (state, accept_by)                    COMMENT 'for the escalation',
  KEY ix_danger_report_division (division_code, received_at)         COMMENT 'for the list of those on duty',
  KEY ix_danger_report_child (child_id, received_at)                 COMMENT 'for the file of a child',
  CONSTRAINT ck_danger_report_accepted CHECK ((state = 'ACCEPTED') = (accepted_at IS NOT NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '险情报告';

CREATE TABLE danger_addition (
  report_id      BIGINT      NOT NULL,
  content_digest CHAR(64)    NOT NULL,
  words_sealed   TEXT        NOT NULL,
  received_at    DATETIME(3) NOT NULL,
  PRIMARY KEY (report_id, content_digest)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '同一份报告后补的话';

CREATE TABLE danger_receipt (
  report_id      BIGINT      NOT NULL,
  recipient_kind VARCHAR(16) NOT NULL COMMENT 'DUTY; departments come with JB-49',
  recipient_id   BIGINT      NOT NULL COMMENT 'account',
  recipient_name VARCHAR(80) NOT NULL,
  role           VARCHAR(24) NOT NULL,
  received_at    DATETIME(3) NOT NULL COMMENT 'when it was on that person''s screen',
  PRIMARY KEY (report_id, recipient_kind, recipient_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '谁在什么时候收到';

CREATE TABLE duty_phone (
  division_code VARCHAR(12) NOT NULL PRIMARY KEY,
  name          VARCHAR(40) NOT NULL,
  phone         VARCHAR(20) NOT NULL COMMENT 'a published number of an office, not of a person',
  set_by        BIGINT      NOT NULL,
  set_by_name   VARCHAR(80) NOT NULL,
  set_at        DATETIME(3) NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '值班电话';

CREATE TABLE admonition (
  id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  visit_id     BIGINT      NOT NULL,
  neglect_by   VARCHAR(16) NOT NULL COMMENT 'PARENTS, CAREGIVER',
  opened_at    DATETIME(3) NOT NULL COMMENT 'when the village was told: it is on its list since',
  done_on      DATE        NULL,
  done_by_name VARCHAR(80) NULL,
  done_by      BIGINT      NULL,
  words_sealed TEXT        NULL,
  UNIQUE KEY uk_admonition_visit (visit_id) COMMENT 'one per visit, however often the event is told',
  CONSTRAINT ck_admonition_done CHECK ((done_on IS NULL) = (words_sealed IS NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '劝诫';

CREATE TABLE admonition_child (
  admonition_id BIGINT NOT NULL,
  child_id      BIGINT NOT NULL,
  PRIMARY KEY (admonition_id, child_id),
  KEY ix_admonition_child (child_id) COMMENT 'for the list of a place, through its children'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
