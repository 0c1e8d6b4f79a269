CREATE TABLE phone_account (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  openid       VARCHAR(64)  NULL,
  phone_sealed VARCHAR(200) NULL,
  phone_digest CHAR(64)     NULL,
  verified_at  DATETIME(3)  NULL,
  created_at   DATETIME(3)  NOT NULL,
  UNIQUE KEY uk_phone_account_openid (openid) COMMENT 'for sign-in'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '手机端账号';

CREATE TABLE membership (
  id               BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  phone_account_id BIGINT      NOT NULL,
  kind             VARCHAR(16) NOT NULL COMMENT 'CADRE_FAMILY, PARENT, CAREGIVER, VOLUNTEER',
  family_id        BIGINT      NULL,
  adult_id         BIGINT      NULL,
  child_id         BIGINT      NULL,
  division_code    VARCHAR(12) NOT NULL COMMENT 'where somebody must confirm it',
  display_name     VARCHAR(80) NULL,
  state            VARCHAR(16) NOT NULL COMMENT 'REQUESTED, CONFIRMED, REFUSED, REVOKED',
  requested_at     DATETIME(3) NOT NULL,
  decided_by       BIGINT      NULL,
  decided_at       DATETIME(3) NULL,
  live_key         VARCHAR(80) GENERATED ALWAYS AS
    (IF(state IN ('REQUESTED', 'CONFIRMED'), CONCAT(phone_account_id, ':', kind, ':', COALESCE(family_id, 0), ':', COALESCE(adult_id, 0)), NULL)) VIRTUAL,
  UNIQUE KEY uk_membership_live (live_key)            COMMENT 'one live tie per account and person',
  KEY ix_membership_account (phone_account_id, state) COMMENT 'for Memberships.of',
  KEY ix_membership_division (state, division_code)   COMMENT 'for the queue of requests'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '谁是谁:申请,核对后才生效';
