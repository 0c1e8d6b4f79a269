-- Reading and taking over become background jobs; what is staged is one sealed text a row.
DROP TABLE roster_row;

ALTER TABLE roster_import
  CHANGE COLUMN state state VARCHAR(16) NOT NULL COMMENT 'READING, MAPPING, PREVIEW, ACCEPTING, ACCEPTED, FAILED, ABANDONED',
  ADD COLUMN rows_total   INT         NOT NULL DEFAULT 0,
  ADD COLUMN accepted_rows INT        NOT NULL DEFAULT 0,
  ADD COLUMN noted_rows   INT         NOT NULL DEFAULT 0,
  ADD COLUMN refused_rows INT         NOT NULL DEFAULT 0,
  ADD COLUMN causes       TEXT        NULL COMMENT 'JSON: cause to count',
  ADD COLUMN sheets_sealed MEDIUMTEXT NULL COMMENT 'the sheets and their headings, sealed: what looks like a heading may be a name',
  ADD COLUMN mapping_sealed MEDIUMTEXT NULL COMMENT 'what somebody said about columns, sealed',
  ADD COLUMN worker       VARCHAR(36) NULL COMMENT 'the instance at work',
  ADD COLUMN leased_until DATETIME(3) NULL COMMENT 'when another instance may take the work up',
  ADD COLUMN attempts     INT         NOT NULL DEFAULT 0,
  ADD KEY ix_roster_import_state (state, leased_until) COMMENT 'for ImportMapper.orphans';

-- Their rows were staged in another form.
UPDATE roster_import SET state = 'ABANDONED' WHERE state IN ('READING', 'PREVIEW', 'ACCEPTING');

CREATE TABLE roster_row (
  import_id      BIGINT       NOT NULL,
  sheet_index    INT          NOT NULL,
  line_number    INT          NOT NULL,
  kind           VARCHAR(16)  NOT NULL COMMENT 'CHILDREN, FAMILIES',
  verdict        VARCHAR(16)  NOT NULL COMMENT 'ACCEPTED, NOTED, REFUSED',
  division_code  VARCHAR(12)  NOT NULL COMMENT 'the village if it was understood, else the township',
  causes         VARCHAR(700) NOT NULL COMMENT 'codes, joined by commas',
  row_keys       VARCHAR(400) NOT NULL COMMENT 'HMACs by which a corrected row settles a refused one',
  payload_sealed MEDIUMTEXT   NOT NULL COMMENT 'cells, what was understood, and problems, sealed',
  PRIMARY KEY (import_id, sheet_index, line_number),
  KEY ix_roster_row_verdict (import_id, verdict, sheet_index, line_number) COMMENT 'for StagedRowMapper.page'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '花名册的一行,还没收';
