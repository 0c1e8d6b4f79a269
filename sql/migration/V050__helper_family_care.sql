ALTER TABLE unit_village
  ADD COLUMN supported BOOLEAN NOT NULL DEFAULT FALSE COMMENT '乡村振兴帮扶村';

ALTER TABLE cadre_family
  ADD COLUMN screening_due_on DATE NULL COMMENT 'families of a roster may be paired until then without a recorded screening',
  ADD COLUMN applied_by BIGINT NULL COMMENT 'who entered the application; another person confirms it';

UPDATE cadre_family SET screening_due_on = DATE_ADD(joined_on, INTERVAL 90 DAY) WHERE import_id IS NOT NULL;

CREATE TABLE family_adult (
  id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  family_id    BIGINT      NOT NULL,
  name         VARCHAR(80) NOT NULL,
  relation     VARCHAR(20) NOT NULL COMMENT '本人, 配偶, …',
  visits       BOOLEAN     NOT NULL DEFAULT TRUE COMMENT 'goes to see children, hence screened every year',
  screened_on  DATE        NULL COMMENT 'the latest screening',
  screening    VARCHAR(16) NULL COMMENT 'CLEAR or BARRED; nothing of the record itself is kept',
  recorded_by  BIGINT      NULL,
  recorded_at  DATETIME(3) NULL,
  UNIQUE KEY uk_family_adult (family_id, name) COMMENT 'for Helpers.adults; an adult is listed once per family'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '会上门的家庭成员';

CREATE TABLE family_move (
  id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  family_id BIGINT       NOT NULL,
  kind      VARCHAR(16)  NOT NULL COMMENT 'APPLIED, CONFIRMED, REFUSED, LEFT, RETURNED, TRANSFERRED, CAPACITY, SCREENED',
  on_day    DATE         NOT NULL,
  detail    VARCHAR(300) NULL,
  by_id     BIGINT       NULL,
  at        DATETIME(3)  NOT NULL,
  KEY ix_family_move (family_id, id) COMMENT 'for the history of a family'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '帮扶家庭的变动';

CREATE TABLE local_setting (
  division_code VARCHAR(12) NOT NULL,
  code          VARCHAR(32) NOT NULL,
  value         INT         NOT NULL,
  set_by        BIGINT      NOT NULL,
  set_by_name   VARCHAR(50) NOT NULL,
  set_at        DATETIME(3) NOT NULL,
  PRIMARY KEY (division_code, code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '本地设定: 文件没有说的, 由谁在何时定';
