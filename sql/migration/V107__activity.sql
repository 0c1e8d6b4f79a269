-- 关爱活动: what is arranged for children together, who comes with whose consent, who helps, who was there.
CREATE TABLE activity (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  division_code  VARCHAR(12)  NOT NULL COMMENT 'for the children of this township or village',
  kind           VARCHAR(16)  NOT NULL COMMENT 'HOLIDAY, VACATION, SAFETY, STATION, PARENTING, PRACTICE, CARE_CLASS',
  title          VARCHAR(60)  NOT NULL,
  banner         VARCHAR(60)  NULL,
  about          VARCHAR(500) NOT NULL,
  place          VARCHAR(80)  NOT NULL,
  starts_at      DATETIME     NOT NULL,
  ends_at        DATETIME     NOT NULL,
  capacity       INT          NOT NULL,
  taken          INT          NOT NULL DEFAULT 0 COMMENT 'how many children have a place',
  responsible    VARCHAR(80)  NOT NULL COMMENT 'the adults who answer for the children there',
  safety_plan    VARCHAR(1000) NOT NULL,
  state          VARCHAR(16)  NOT NULL COMMENT 'PROPOSED, RETURNED, OPEN, CANCELLED',
  said_for       VARCHAR(200) NULL COMMENT 'why it was returned or cancelled',
  proposed_by    BIGINT       NOT NULL COMMENT 'account',
  proposed_at    DATETIME(3)  NOT NULL,
  published_by   BIGINT       NULL COMMENT 'another account',
  published_at   DATETIME(3)  NULL,
  version        INT          NOT NULL DEFAULT 0,
  KEY ix_activity_place (division_code, starts_at) COMMENT 'for what takes place somewhere, and what a year has seen',
  CONSTRAINT ck_activity_places CHECK (capacity > 0 AND taken >= 0 AND taken <= capacity),
  CONSTRAINT ck_activity_times CHECK (ends_at > starts_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '关爱活动';

CREATE TABLE activity_sign_up (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  activity_id     BIGINT       NOT NULL,
  child_id        BIGINT       NOT NULL,
  state           VARCHAR(16)  NOT NULL COMMENT 'SIGNED, WAITING, WITHDRAWN',
  queued_at       DATETIME(3)  NOT NULL COMMENT 'the longest in the queue comes next',
  consent_version VARCHAR(16)  NULL COMMENT 'of the text a guardian agreed to on a phone',
  consent_phone   BIGINT       NULL COMMENT 'phone account of the guardian',
  consent_adult   BIGINT       NULL COMMENT 'the guardian',
  consent_note    VARCHAR(200) NULL COMMENT 'where the paper is, when a guardian signed one',
  consent_by      BIGINT       NULL COMMENT 'account that noted the paper',
  consent_on      DATE         NOT NULL,
  present         BOOLEAN      NULL COMMENT 'NULL until somebody has said',
  present_by      BIGINT       NULL COMMENT 'account',
  UNIQUE KEY uk_activity_child (activity_id, child_id)      COMMENT 'a child once; for who comes',
  KEY ix_activity_queue (activity_id, state, queued_at, id) COMMENT 'for who moves up',
  KEY ix_activity_of_child (child_id)                       COMMENT 'for the activities of a child',
  CONSTRAINT ck_activity_consent CHECK ((consent_phone IS NULL) <> (consent_by IS NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '报名';

CREATE TABLE activity_helper (
  id               BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  activity_id      BIGINT      NOT NULL,
  phone_account_id BIGINT      NOT NULL,
  state            VARCHAR(16) NOT NULL COMMENT 'OFFERED, CONFIRMED, DECLINED, WITHDRAWN',
  offered_at       DATETIME(3) NOT NULL,
  decided_by       BIGINT      NULL COMMENT 'account',
  present          BOOLEAN     NULL,
  UNIQUE KEY uk_activity_helper (activity_id, phone_account_id) COMMENT 'a volunteer once; for who helps',
  KEY ix_activity_helper_phone (phone_account_id, state)        COMMENT 'for what a volunteer has helped with'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '活动志愿者';
