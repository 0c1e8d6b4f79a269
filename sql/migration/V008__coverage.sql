CREATE TABLE coverage_cell (
  village_code VARCHAR(12) NOT NULL,
  starts_on    DATE        NOT NULL,
  ends_on      DATE        NOT NULL COMMENT 'exclusive',
  category     VARCHAR(12) NOT NULL COMMENT 'a category code, or * for children of any category',
  eligible     INT NOT NULL,
  by_family    INT NOT NULL,
  by_area_duty INT NOT NULL,
  girls        INT NOT NULL,
  girls_without INT NOT NULL COMMENT 'girls of eight and over whose cadre is not a woman, or who have none',
  turning_eight INT NOT NULL,
  reason_counts VARCHAR(300) NOT NULL COMMENT 'JSON: reason to count',
  PRIMARY KEY (village_code, category, starts_on),
  KEY ix_coverage_cell_day (category, village_code, starts_on, ends_on) COMMENT 'for Coverage.on: sums by code prefix'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '覆盖,按村,只在变化处留一行';
