CREATE TABLE account (
  id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  username         VARCHAR(40)  NOT NULL,
  display_name     VARCHAR(50)  NOT NULL,
  password_hash    VARCHAR(100) NOT NULL,
  password_initial BOOLEAN      NOT NULL DEFAULT TRUE,
  totp_secret      VARCHAR(200) NULL COMMENT 'sealed',
  failed_attempts  INT          NOT NULL DEFAULT 0,
  locked_until     DATETIME(3)  NULL,
  disabled_at      DATETIME(3)  NULL,
  UNIQUE KEY uk_account_username (username) COMMENT 'for Accounts.signIn'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '后台账号';

CREATE TABLE account_role (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id    BIGINT      NOT NULL,
  role          VARCHAR(24) NOT NULL,
  division_code VARCHAR(12) NOT NULL,
  unit_id       BIGINT      NULL,
  UNIQUE KEY uk_account_role (account_id, role, division_code, unit_id) COMMENT 'a role is held once per scope; for Accounts.roles'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '账号的身份';
