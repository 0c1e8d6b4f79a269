CREATE TABLE pairing (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  child_id        BIGINT       NOT NULL,
  family_id       BIGINT       NOT NULL,
  kind            VARCHAR(16)  NOT NULL COMMENT 'FAMILY, VOLUNTEER',
  status          VARCHAR(16)  NOT NULL COMMENT 'ACTIVE, ENDED, UNDONE',
  starts_on       DATE         NOT NULL,
  ends_on         DATE         NULL COMMENT 'exclusive',
  end_reason      VARCHAR(24)  NULL,
  hand_over       VARCHAR(1000) NULL,
  paired_by       BIGINT       NULL,
  paired_at       DATETIME(3)  NOT NULL,
  ended_by        BIGINT       NULL,
  ended_at        DATETIME(3)  NULL,
  version         INT          NOT NULL DEFAULT 0,
  active_child_id BIGINT GENERATED ALWAYS AS (IF(status = 'ACTIVE' AND kind = 'FAMILY', child_id, NULL)) VIRTUAL,
  UNIQUE KEY uk_pairing_active_child (active_child_id) COMMENT 'JB-58: at most one active family pairing per child',
  KEY ix_pairing_child (child_id, starts_on)           COMMENT 'for Pairings.ofChild and coverage on a past day',
  KEY ix_pairing_family (family_id, status)            COMMENT 'for load of a family',
  CONSTRAINT ck_pairing_dates CHECK (ends_on IS NULL OR ends_on >= starts_on)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '结对';

CREATE TABLE pairing_waiver (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  pairing_id  BIGINT       NOT NULL,
  clause      VARCHAR(12)  NOT NULL,
  reason      VARCHAR(300) NOT NULL,
  approved_by BIGINT       NULL,
  expires_on  DATE         NOT NULL,
  KEY ix_pairing_waiver (pairing_id) COMMENT 'for the nightly re-check'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '原则上的例外';

CREATE TABLE area_duty (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  unit_id       BIGINT      NOT NULL,
  village_code  VARCHAR(12) NOT NULL,
  cadre_name    VARCHAR(80) NOT NULL,
  cadre_sex     VARCHAR(8)  NOT NULL,
  starts_on     DATE        NOT NULL,
  ends_on       DATE        NULL,
  KEY ix_area_duty_village (village_code, starts_on) COMMENT 'for coverage of a village',
  CONSTRAINT ck_area_duty_dates CHECK (ends_on IS NULL OR ends_on >= starts_on)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '部门包片';
