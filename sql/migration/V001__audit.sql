-- Reading is a deed: who read, wrote or exported what. Append-only; the application's account needs INSERT and SELECT only.
CREATE TABLE audit_entry (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  chain       VARCHAR(40)  NOT NULL COMMENT 'one chain per running instance',
  position    BIGINT       NOT NULL,
  at          DATETIME(3)  NOT NULL,
  account_id  BIGINT       NULL,
  role        VARCHAR(24)  NULL,
  action      VARCHAR(40)  NOT NULL,
  subject     VARCHAR(64)  NULL COMMENT 'kind:id, never a name',
  purpose     VARCHAR(200) NULL,
  detail      VARCHAR(200) NULL,
  previous    CHAR(64)     NOT NULL,
  hash        CHAR(64)     NOT NULL COMMENT 'SM3(previous, row, children)',
  UNIQUE KEY uk_audit_entry_chain (chain, position) COMMENT 'a chain has no fork; for AuditChain.verify',
  KEY ix_audit_entry_account (account_id, at)       COMMENT 'for AuditLog.readsOn'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '审计';

CREATE TABLE audit_child (
  entry_id  BIGINT NOT NULL,
  child_id  BIGINT NOT NULL,
  PRIMARY KEY (entry_id, child_id),
  KEY ix_audit_child_child (child_id, entry_id) COMMENT 'for AuditLog.whoRead'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '审计涉及的儿童';
