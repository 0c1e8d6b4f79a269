CREATE TABLE roster_import (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  division_code VARCHAR(12)  NOT NULL,
  file_name     VARCHAR(200) NOT NULL,
  file_path     VARCHAR(300) NOT NULL,
  state         VARCHAR(16)  NOT NULL COMMENT 'READING, PREVIEW, ACCEPTING, ACCEPTED, FAILED, ABANDONED',
  problem       VARCHAR(300) NULL,
  rows_read     INT          NOT NULL DEFAULT 0,
  uploaded_by   BIGINT       NOT NULL,
  uploaded_at   DATETIME(3)  NOT NULL,
  accepted_by   BIGINT       NULL,
  accepted_at   DATETIME(3)  NULL,
  KEY ix_roster_import_division (division_code, id) COMMENT 'for Imports.list'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '花名册导入';

CREATE TABLE roster_row (
  import_id    BIGINT      NOT NULL,
  sheet_index  INT         NOT NULL,
  line_number   INT         NOT NULL,
  kind         VARCHAR(16) NOT NULL COMMENT 'CHILDREN, FAMILIES',
  verdict      VARCHAR(16) NOT NULL COMMENT 'ACCEPTED, NOTED, REFUSED',
  cells_sealed MEDIUMTEXT  NOT NULL COMMENT 'what stood in the row, sealed',
  entry_sealed MEDIUMTEXT  NULL COMMENT 'what was understood, sealed',
  problems     TEXT        NOT NULL COMMENT 'JSON, without values',
  digest       CHAR(64)    NULL COMMENT 'HMAC of the child''s identity: a corrected row settles the refused one',
  dismissed_by BIGINT      NULL,
  dismissed_at DATETIME(3) NULL,
  dismissed_reason VARCHAR(200) NULL,
  settled_at   DATETIME(3) NULL,
  PRIMARY KEY (import_id, sheet_index, line_number),
  KEY ix_roster_row_verdict (import_id, verdict) COMMENT 'for the preview by verdict',
  KEY ix_roster_row_digest (digest)              COMMENT 'for settling refused rows'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '花名册的一行';
