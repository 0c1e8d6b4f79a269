-- What bears on what is owed and stands in no other table: when school is out, when nobody has to go, and deeds that no
-- other module records.
CREATE TABLE school_vacation (
  division_code VARCHAR(12) NOT NULL,
  kind          VARCHAR(8)  NOT NULL COMMENT 'WINTER, SUMMER',
  year          INT         NOT NULL,
  starts_on     DATE        NOT NULL,
  ends_on       DATE        NOT NULL COMMENT 'exclusive: the first day of school',
  set_by        BIGINT      NOT NULL,
  set_by_name   VARCHAR(50) NOT NULL,
  set_at        DATETIME(3) NOT NULL,
  PRIMARY KEY (division_code, kind, year),
  CONSTRAINT ck_school_vacation CHECK (ends_on > starts_on)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '寒暑假, 各地自己定';

CREATE TABLE visit_waiver (
  id            BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  child_id      BIGINT        NOT NULL,
  reason        VARCHAR(16)   NOT NULL COMMENT 'AWAY, HOSPITAL, BOARDING, OTHER',
  detail_sealed VARCHAR(1400) NULL,
  starts_on     DATE          NOT NULL,
  ends_on       DATE          NOT NULL COMMENT 'exclusive',
  waived_by     BIGINT        NOT NULL,
  waived_at     DATETIME(3)   NOT NULL,
  ended_by      BIGINT        NULL COMMENT 'who let it end before its day',
  ended_at      DATETIME(3)   NULL,
  revoked_by    BIGINT        NULL COMMENT 'who said that it was a mistake',
  revoked_at    DATETIME(3)   NULL,
  KEY ix_visit_waiver_child (child_id, starts_on) COMMENT 'for Waivers.in and the history of a child',
  CONSTRAINT ck_visit_waiver CHECK (ends_on > starts_on)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '这段日子不用上门: 为什么, 谁同意的';

CREATE TABLE plain_deed (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind        VARCHAR(16) NOT NULL COMMENT 'UPDATE: looked through, nothing changed; GUIDANCE; TRAINING',
  child_id    BIGINT      NULL,
  family_id   BIGINT      NULL,
  done_on     DATE        NOT NULL,
  recorded_by BIGINT      NOT NULL,
  recorded_at DATETIME(3) NOT NULL,
  undone_at   DATETIME(3) NULL,
  KEY ix_plain_deed_child (child_id, done_on)   COMMENT 'for PlainDeeds.since',
  KEY ix_plain_deed_family (family_id, done_on) COMMENT 'for the training of families',
  CONSTRAINT ck_plain_deed CHECK ((child_id IS NULL) <> (family_id IS NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '别处不记的事: 核过资料、家庭教育指导、培训';
