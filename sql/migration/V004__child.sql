CREATE TABLE household (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  village_code   VARCHAR(12)  NOT NULL,
  address_sealed VARCHAR(600) NULL,
  fingerprint    CHAR(64)     NULL COMMENT 'HMAC of village and address: children at one address are one household',
  KEY ix_household_fingerprint (fingerprint) COMMENT 'for Households.at'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '家庭';

CREATE TABLE child (
  id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name             VARCHAR(80)  NOT NULL,
  pinyin           VARCHAR(200) NOT NULL,
  initials         VARCHAR(40)  NOT NULL,
  sex              VARCHAR(8)   NOT NULL,
  birth_on         DATE         NOT NULL,
  id_number_sealed VARCHAR(200) NULL,
  id_number_digest CHAR(64)     NULL,
  no_id_reason     VARCHAR(100) NULL,
  village_code     VARCHAR(12)  NOT NULL,
  household_id     BIGINT       NOT NULL,
  school           VARCHAR(60)  NULL,
  grade            VARCHAR(20)  NULL,
  registered_on    DATE         NOT NULL,
  left_on          DATE         NULL,
  left_reason      VARCHAR(100) NULL,
  import_id        BIGINT       NULL,
  version          INT          NOT NULL DEFAULT 0,
  UNIQUE KEY uk_child_id_number (id_number_digest)     COMMENT 'one child, one file; exact search by ID number',
  KEY ix_child_village (village_code, id)              COMMENT 'for Children.list and village roll-ups',
  KEY ix_child_name (name)                             COMMENT 'for duplicate search and search by name',
  KEY ix_child_pinyin (pinyin)                         COMMENT 'for search by pinyin',
  KEY ix_child_initials (initials)                     COMMENT 'for search by initials',
  KEY ix_child_household (household_id)                COMMENT 'for siblings',
  CONSTRAINT ck_child_identity CHECK (id_number_digest IS NOT NULL OR no_id_reason IS NOT NULL)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '儿童';

CREATE TABLE child_fact (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  child_id      BIGINT       NOT NULL,
  kind          VARCHAR(32)  NOT NULL,
  content       VARCHAR(500) NOT NULL,
  since_on      DATE         NULL COMMENT 'the day it became true; NULL: since birth',
  until_on      DATE         NULL COMMENT 'the day it ceased to be true, exclusive',
  recorded_by   BIGINT       NULL,
  recorded_at   DATETIME(3)  NOT NULL,
  superseded_at DATETIME(3)  NULL,
  KEY ix_child_fact_child (child_id, kind) COMMENT 'for Children.facts'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '儿童情况,每次改动都留着';

CREATE TABLE child_category (
  child_id  BIGINT      NOT NULL,
  category  VARCHAR(12) NOT NULL,
  clause    VARCHAR(60) NOT NULL COMMENT 'the clauses by which it holds, the category''s own first',
  starts_on DATE        NOT NULL,
  ends_on   DATE        NOT NULL COMMENT 'exclusive',
  PRIMARY KEY (child_id, category, starts_on),
  CONSTRAINT ck_child_category CHECK (ends_on > starts_on)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '按规则书推出的类别';

CREATE TABLE adult (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  child_id     BIGINT       NOT NULL,
  relation     VARCHAR(20)  NOT NULL,
  name         VARCHAR(80)  NOT NULL,
  phone_sealed VARCHAR(200) NULL,
  phone_digest CHAR(64)     NULL,
  carer        BOOLEAN      NOT NULL DEFAULT FALSE,
  access       VARCHAR(16)  NOT NULL DEFAULT 'OPEN' COMMENT 'OPEN, SUSPECTED, RESTRAINED, REVOKED',
  KEY ix_adult_child (child_id)     COMMENT 'for the case file',
  KEY ix_adult_phone (phone_digest) COMMENT 'for membership: who has this verified phone'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '儿童身边的大人';
