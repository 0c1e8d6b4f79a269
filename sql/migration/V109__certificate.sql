-- 志愿服务证明: what a volunteer has done, as it was on the day of issue; the number can be checked without a name.
CREATE TABLE certificate (
  id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number           CHAR(12)     NOT NULL COMMENT 'random, so that nobody finds one by counting',
  phone_account_id BIGINT       NOT NULL,
  division_code    VARCHAR(12)  NOT NULL COMMENT 'the place that issued it',
  name_sealed      VARCHAR(400) NOT NULL,
  organisation     VARCHAR(80)  NULL,
  from_on          DATE         NOT NULL,
  until_on         DATE         NOT NULL,
  issued_by        BIGINT       NOT NULL COMMENT 'account',
  issued_at        DATETIME(3)  NOT NULL,
  revoked_at       DATETIME(3)  NULL,
  revoked_for      VARCHAR(200) NULL,
  UNIQUE KEY uk_certificate_number (number)       COMMENT 'for whoever checks one',
  KEY ix_certificate_phone (phone_account_id, id) COMMENT 'for my certificates, and those of a volunteer'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '志愿服务证明';

CREATE TABLE certificate_line (
  certificate_id BIGINT       NOT NULL,
  nth            INT          NOT NULL,
  kind           VARCHAR(16)  NOT NULL COMMENT 'WISH, ACTIVITY, HELP',
  on_day         DATE         NOT NULL,
  what           VARCHAR(100) NOT NULL COMMENT 'words strangers may read; never a name',
  minutes        INT          NULL COMMENT 'where it is known how long it took',
  PRIMARY KEY (certificate_id, nth)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '证明上的每一行';
