CREATE TABLE work_item (
  id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind             VARCHAR(32)  NOT NULL,
  subject          VARCHAR(24)  NOT NULL COMMENT 'C and the child, or F and the family',
  area_code        VARCHAR(12)  NOT NULL COMMENT 'the village of a child, the division of a family',
  clause           VARCHAR(12)  NOT NULL COMMENT 'a clause or the name of a local setting',
  text             VARCHAR(200) NOT NULL COMMENT 'never a name of a child',
  child_id         BIGINT       NULL,
  family_id        BIGINT       NULL,
  unit_id          BIGINT       NULL,
  pairing_id       BIGINT       NULL,
  since_on         DATE         NOT NULL,
  postponed_until  DATE         NULL,
  postponed_reason VARCHAR(300) NULL,
  postponed_by     BIGINT       NULL,
  UNIQUE KEY uk_work_item (kind, subject)                COMMENT 'one thing is on the list once',
  KEY ix_work_item_area (area_code, kind, since_on)      COMMENT 'for WorkList.find and for re-checking a village',
  KEY ix_work_item_unit (unit_id, kind)                  COMMENT 'for the list of a unit'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '每夜复查要办的事';

CREATE TABLE recheck (
  area_code  VARCHAR(12) NOT NULL PRIMARY KEY COMMENT 'the division that was checked as a whole',
  checked_at DATETIME(3) NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '上次复查';
