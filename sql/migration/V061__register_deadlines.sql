-- That the children of a village were counted is an act of a person, for one year; taken back it stays on file [JB-32].
CREATE TABLE register_refresh (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  village_code   VARCHAR(12)  NOT NULL,
  of_year        SMALLINT     NOT NULL,
  outcome        VARCHAR(16)  NOT NULL COMMENT 'UNCHANGED, CHANGED',
  note           VARCHAR(300) NULL,
  children       INT          NOT NULL COMMENT 'how many were eligible when it was said',
  said_by        BIGINT       NOT NULL,
  said_by_name   VARCHAR(50)  NOT NULL,
  said_as        VARCHAR(24)  NOT NULL COMMENT 'the role',
  said_at        DATETIME(3)  NOT NULL,
  withdrawn_by   BIGINT       NULL,
  withdrawn_by_name VARCHAR(50) NULL,
  withdrawn_at   DATETIME(3)  NULL,
  standing_year  SMALLINT GENERATED ALWAYS AS (IF(withdrawn_at IS NULL, of_year, NULL)) VIRTUAL,
  UNIQUE KEY uk_register_refresh (village_code, standing_year) COMMENT 'said once a year unless it was taken back',
  KEY ix_register_refresh_year (of_year, village_code)         COMMENT 'for RefreshMapper.villages',
  CONSTRAINT ck_register_refresh_withdrawn CHECK (withdrawn_at IS NULL OR withdrawn_at >= said_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '每年三月底前清点,谁在何时说清点完';

-- A submitted result is never changed, only followed by another version [JB-62]. The application's account needs INSERT and
-- SELECT only. The checks refuse an UPDATE of figures or bytes; the foreign key holds every version its successor replaces.
CREATE TABLE register_quarter (
  id                BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  division_code     VARCHAR(12)  NOT NULL,
  of_year           SMALLINT     NOT NULL,
  of_quarter        SMALLINT     NOT NULL,
  version           INT          NOT NULL,
  replaces          INT          NULL COMMENT 'the version before',
  reason            VARCHAR(300) NULL COMMENT 'why there is another version',
  clause            VARCHAR(12)  NOT NULL,
  due_on            DATE         NOT NULL,
  on_day            DATE         NOT NULL COMMENT 'the day the figures speak of',
  remark            VARCHAR(500) NULL,
  figures           MEDIUMTEXT   NOT NULL COMMENT 'JSON, as it was shown',
  figures_sha256    CHAR(64)     NOT NULL,
  content           MEDIUMBLOB   NOT NULL COMMENT 'the workbook; figures only, nobody''s name',
  content_sha256    CHAR(64)     NOT NULL,
  content_sm3       CHAR(64)     NOT NULL,
  submitted_by      BIGINT       NOT NULL,
  submitted_by_name VARCHAR(50)  NOT NULL,
  submitted_at      DATETIME(3)  NOT NULL,
  UNIQUE KEY uk_register_quarter (division_code, of_year, of_quarter, version) COMMENT 'no version twice; for QuarterMapper.of',
  CONSTRAINT fk_register_quarter_replaces FOREIGN KEY (division_code, of_year, of_quarter, replaces)
    REFERENCES register_quarter (division_code, of_year, of_quarter, version),
  CONSTRAINT ck_register_quarter_number CHECK (of_quarter BETWEEN 1 AND 4),
  CONSTRAINT ck_register_quarter_version CHECK ((version = 1 AND replaces IS NULL) OR (version > 1 AND replaces = version - 1 AND reason IS NOT NULL)),
  CONSTRAINT ck_register_quarter_figures CHECK (figures_sha256 = SHA2(figures, 256)),
  CONSTRAINT ck_register_quarter_content CHECK (content_sha256 = SHA2(content, 256))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '季度结对结果,报上去就不再改';
