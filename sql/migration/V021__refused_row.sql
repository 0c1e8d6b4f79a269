-- A refused row may be a child: it stays here until it is corrected or dismissed with a reason.
CREATE TABLE refused_row (
  id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  import_id        BIGINT       NOT NULL,
  division_code    VARCHAR(12)  NOT NULL COMMENT 'the village if it was understood, else the township',
  sheet_index      INT          NOT NULL,
  line_number      INT          NOT NULL,
  kind             VARCHAR(16)  NOT NULL COMMENT 'CHILDREN, FAMILIES',
  payload_sealed   MEDIUMTEXT   NOT NULL COMMENT 'as in roster_row',
  refused_at       DATETIME(3)  NOT NULL,
  settled_at       DATETIME(3)  NULL,
  settled_by       BIGINT       NULL COMMENT 'the import with the corrected row',
  dismissed_at     DATETIME(3)  NULL,
  dismissed_by     BIGINT       NULL,
  dismissed_reason VARCHAR(200) NULL,
  is_open          BOOLEAN AS (settled_at IS NULL AND dismissed_at IS NULL) STORED,
  UNIQUE KEY uk_refused_row (import_id, sheet_index, line_number) COMMENT 'an import is taken over once',
  KEY ix_refused_row_division (is_open, division_code, id)        COMMENT 'for RefusedRowMapper.open and its count'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '没收下的行';

CREATE TABLE refused_row_key (
  row_key        CHAR(65) NOT NULL COMMENT 'a letter for its kind and an HMAC',
  refused_row_id BIGINT   NOT NULL,
  PRIMARY KEY (row_key, refused_row_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '没收下的行,凭什么认出改好的那行';
