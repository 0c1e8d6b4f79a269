-- Who helps without being a paired family. A tie of kind VOLUNTEER carries only while its person is checked, trained and
-- neither suspended nor gone.
CREATE TABLE volunteer (
  id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  phone_account_id BIGINT       NOT NULL,
  kind             VARCHAR(24)  NOT NULL COMMENT 'JB-53, JS-21: CARING_MOTHER, TEACHER, POLICE, ...',
  name             VARCHAR(80)  NOT NULL,
  organisation     VARCHAR(80)  NULL,
  id_sealed        VARCHAR(200) NOT NULL,
  id_digest        CHAR(64)     NOT NULL,
  code_version     VARCHAR(16)  NOT NULL COMMENT 'of the code of conduct and confidentiality',
  code_signed_at   DATETIME(3)  NOT NULL,
  screened_on      DATE         NULL,
  screening        VARCHAR(16)  NULL COMMENT 'CLEAR, BARRED; nothing else of the check is kept',
  screened_by      BIGINT       NULL COMMENT 'account',
  trained_on       DATE         NULL,
  trained_by       BIGINT       NULL COMMENT 'account',
  suspended_at     DATETIME(3)  NULL,
  left_at          DATETIME(3)  NULL,
  registered_at    DATETIME(3)  NOT NULL,
  version          INT          NOT NULL DEFAULT 0,
  UNIQUE KEY uk_volunteer_account (phone_account_id) COMMENT 'one person, one volunteer; for every request of the phone side',
  KEY ix_volunteer_person (id_digest)                COMMENT 'for who is registered from two phones'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '志愿者';

CREATE TABLE volunteer_complaint (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  volunteer_id  BIGINT       NOT NULL,
  about_sealed  VARCHAR(2000) NOT NULL,
  raised_by     BIGINT       NOT NULL COMMENT 'account',
  raised_at     DATETIME(3)  NOT NULL,
  settled_by    BIGINT       NULL COMMENT 'another account',
  settled_at    DATETIME(3)  NULL,
  founded       BOOLEAN      NULL,
  KEY ix_volunteer_complaint (volunteer_id, settled_at) COMMENT 'for what is open against a volunteer'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '对志愿者的投诉';
