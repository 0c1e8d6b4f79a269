CREATE TABLE unit (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name          VARCHAR(80) NOT NULL,
  division_code VARCHAR(12) NOT NULL,
  UNIQUE KEY uk_unit_name (division_code, name) COMMENT 'a unit is entered once per place'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '帮扶单位';

CREATE TABLE unit_village (
  unit_id      BIGINT      NOT NULL,
  village_code VARCHAR(12) NOT NULL,
  starts_on    DATE        NOT NULL,
  ends_on      DATE        NULL,
  PRIMARY KEY (unit_id, village_code, starts_on),
  KEY ix_unit_village (village_code) COMMENT 'for candidates by linked village'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '单位联系村';

CREATE TABLE cadre_family (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  unit_id        BIGINT       NOT NULL,
  division_code  VARCHAR(12)  NOT NULL,
  cadre_name     VARCHAR(80)  NOT NULL,
  cadre_sex      VARCHAR(8)   NOT NULL,
  post           VARCHAR(40)  NULL,
  phone_sealed   VARCHAR(200) NULL,
  phone_digest   CHAR(64)     NULL,
  linked_village VARCHAR(12)  NULL,
  members        VARCHAR(200) NULL,
  capacity       INT          NOT NULL,
  state          VARCHAR(16)  NOT NULL COMMENT 'APPLIED, CONFIRMED, LEFT',
  joined_on      DATE         NOT NULL,
  left_on        DATE         NULL,
  import_id      BIGINT       NULL,
  version        INT          NOT NULL DEFAULT 0,
  UNIQUE KEY uk_cadre_family (unit_id, cadre_name, phone_digest) COMMENT 'a family is entered once',
  KEY ix_cadre_family_division (division_code, state) COMMENT 'for candidates',
  KEY ix_cadre_family_phone (phone_digest)            COMMENT 'for membership: who has this verified phone',
  CONSTRAINT ck_cadre_family_capacity CHECK (capacity BETWEEN 0 AND 20)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '爱心干部家庭';
