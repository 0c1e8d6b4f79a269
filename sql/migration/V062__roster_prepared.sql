-- A roster is taken over in two steps: by the chunk everything is made ready below children that do not exist yet, then
-- one short transaction lets them exist. Workbooks move into the database, sealed, and are deleted in time.
CREATE TABLE newcomer (
  id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'will be the id of the child',
  import_id        BIGINT       NULL COMMENT 'NULL: registered by hand, gone when the transaction ends',
  name             VARCHAR(80)  NOT NULL,
  pinyin           VARCHAR(200) NOT NULL,
  initials         VARCHAR(40)  NOT NULL,
  sex              VARCHAR(8)   NOT NULL,
  birth_on         DATE         NOT NULL,
  id_number_sealed VARCHAR(200) NULL,
  id_number_digest CHAR(64)     NULL,
  no_id_reason     VARCHAR(100) NULL,
  village_code     VARCHAR(12)  NOT NULL,
  household_id     BIGINT       NOT NULL,
  school           VARCHAR(60)  NULL,
  grade            VARCHAR(20)  NULL,
  registered_on    DATE         NOT NULL,
  KEY ix_newcomer_import (import_id, id)     COMMENT 'for NewcomerMapper.takeOver and the sweep after it',
  KEY ix_newcomer_household (household_id)   COMMENT 'for NewcomerMapper.households and forgetHouseholds'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '就要登记的儿童,还没登记';

-- Ids are given out here from now on: facts, categories and adults of a child are written before the child.
INSERT INTO newcomer (id, name, pinyin, initials, sex, birth_on, village_code, household_id, registered_on)
SELECT MAX(id), '', '', '', '', '2000-01-01', '', 0, '2000-01-01' FROM child HAVING MAX(id) IS NOT NULL;
DELETE FROM newcomer;
ALTER TABLE child
  MODIFY COLUMN id BIGINT NOT NULL COMMENT 'given out by newcomer',
  DROP KEY ix_child_name,
  ADD KEY ix_child_name (name, village_code, birth_on) COMMENT 'for duplicate search and search by name';

CREATE TABLE roster_file (
  import_id      BIGINT     NOT NULL,
  part           INT        NOT NULL,
  content_sealed MEDIUMBLOB NOT NULL COMMENT 'opens only as this part of this import',
  PRIMARY KEY (import_id, part)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '传上来的花名册,加密,到期就删';

ALTER TABLE roster_import
  DROP COLUMN file_path,
  ADD COLUMN file_size      INT  NOT NULL DEFAULT 0,
  ADD COLUMN kept_until     DATE NULL COMMENT 'the day on which the workbook and its rows are deleted; NULL: deleted',
  ADD COLUMN known_rows     INT  NULL COMMENT 'rows about children on file in the township',
  ADD COLUMN absent_children INT NULL COMMENT 'children on file there whom no row is about',
  ADD COLUMN rows_prepared  INT  NOT NULL DEFAULT 0,
  ADD COLUMN prepared_sheet INT  NULL COMMENT 'how far the rows are prepared; NULL: not begun',
  ADD COLUMN prepared_line  INT  NULL;
UPDATE roster_import SET kept_until = DATE_ADD(DATE(uploaded_at), INTERVAL 30 DAY)
WHERE state IN ('MAPPING', 'PREVIEW', 'ACCEPTED');

ALTER TABLE refused_row
  ADD KEY ix_refused_row_settling (settled_by) COMMENT 'for RefusedRowMapper.settle';
