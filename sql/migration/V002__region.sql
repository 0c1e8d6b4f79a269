CREATE TABLE division (
  code           VARCHAR(12) NOT NULL PRIMARY KEY COMMENT 'significant digits: 2, 4, 6, 9 or 12',
  name           VARCHAR(60) NOT NULL,
  level          VARCHAR(24) NOT NULL,
  parent_code    VARCHAR(12) NULL,
  urban_rural    CHAR(3)     NULL COMMENT 'NBS urban-rural class',
  starts_on      DATE        NOT NULL,
  ends_on        DATE        NULL,
  successor_code VARCHAR(12) NULL COMMENT 'the division this one was merged into',
  local_node     BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'added by hand; the statistics do not know it',
  KEY ix_division_parent (parent_code, code) COMMENT 'for Divisions.children',
  CONSTRAINT ck_division_dates CHECK (ends_on IS NULL OR ends_on >= starts_on)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '行政区划';
