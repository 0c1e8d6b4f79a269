-- Workbooks made in the background. They live a day, sealed, in pieces: every instance can serve one, and taking one away
-- is a deletion of rows. Finished work belongs to the attempt that is written in its row; other pieces are left-overs.
CREATE TABLE register_export (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind          VARCHAR(16)  NOT NULL COMMENT 'REGISTER, REFRESH',
  division_code VARCHAR(12)  NOT NULL,
  unit_id       BIGINT       NULL COMMENT 'only the children of this unit''s families',
  on_day        DATE         NOT NULL,
  of_year       SMALLINT     NULL COMMENT 'the year of a refresh',
  named         BOOLEAN      NOT NULL COMMENT 'with names; otherwise masked',
  purpose       VARCHAR(16)  NULL COMMENT 'VISIT, CHECK, REPORT, OTHER',
  purpose_note  VARCHAR(150) NULL,
  state         VARCHAR(16)  NOT NULL COMMENT 'RUNNING, READY, FAILED, CANCELLED, EXPIRED',
  children_done  INT         NOT NULL DEFAULT 0,
  children_total INT         NOT NULL DEFAULT 0,
  rows_written  INT          NOT NULL DEFAULT 0,
  bytes         BIGINT       NOT NULL DEFAULT 0,
  problem       VARCHAR(200) NULL,
  asked_by      BIGINT       NOT NULL,
  asked_by_name VARCHAR(50)  NOT NULL,
  asked_as      VARCHAR(24)  NOT NULL COMMENT 'the role',
  asked_from    VARCHAR(12)  NOT NULL COMMENT 'the division of the role, for the audit',
  asked_at      DATETIME(3)  NOT NULL,
  ask_key       VARCHAR(64)  NOT NULL COMMENT 'SM3 of what was asked for by whom',
  running_key   VARCHAR(64) GENERATED ALWAYS AS (IF(state = 'RUNNING', ask_key, NULL)) VIRTUAL,
  ready_at      DATETIME(3)  NULL,
  expires_at    DATETIME(3)  NULL,
  worker        VARCHAR(36)  NULL COMMENT 'the instance at work',
  leased_until  DATETIME(3)  NULL COMMENT 'when another instance may take the work up',
  attempts      INT          NOT NULL DEFAULT 0,
  UNIQUE KEY uk_register_export_running (running_key)    COMMENT 'asked for twice it is made once',
  KEY ix_register_export_mine (asked_by, id)             COMMENT 'for ExportMapper.mine',
  KEY ix_register_export_state (state, leased_until)     COMMENT 'for ExportMapper.orphans',
  KEY ix_register_export_expiry (state, expires_at)      COMMENT 'for ExportMapper.expired',
  CONSTRAINT ck_register_export_purpose CHECK (NOT named OR purpose IS NOT NULL)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '导出';

CREATE TABLE register_export_piece (
  export_id BIGINT     NOT NULL,
  attempt   INT        NOT NULL,
  position  INT        NOT NULL,
  sealed    MEDIUMBLOB NOT NULL COMMENT 'SM4-GCM, bound to its place',
  PRIMARY KEY (export_id, attempt, position)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '导出的文件,分段加密,到时删除';

-- The form of 附件 is not in the document [JB-63], so a place may say what its own looks like.
CREATE TABLE register_form (
  division_code VARCHAR(12)   NOT NULL PRIMARY KEY COMMENT 'places below follow it unless they have their own',
  title         VARCHAR(60)   NOT NULL,
  columns       VARCHAR(2000) NOT NULL COMMENT 'JSON: columns in order, each with its heading',
  set_by        BIGINT        NOT NULL,
  set_by_name   VARCHAR(50)   NOT NULL,
  set_at        DATETIME(3)   NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '台账的表头';
