-- What the villages' cells add up to, kept for every place above them. Counts are kept as differences from day to day,
-- which add up over villages and days alike: a change in one village is a few additions, and no place is counted anew.
CREATE TABLE coverage_change (
  id                     BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  village_code           VARCHAR(12) NOT NULL,
  on_day                 DATE        NOT NULL,
  category               VARCHAR(12) NOT NULL COMMENT 'a category code, * for children of any category, # for all on file',
  eligible               INT         NOT NULL,
  by_family              INT         NOT NULL DEFAULT 0,
  by_area_duty           INT         NOT NULL DEFAULT 0,
  girls                  INT         NOT NULL DEFAULT 0,
  girls_without          INT         NOT NULL DEFAULT 0,
  turning_eight          INT         NOT NULL DEFAULT 0,
  helper_left            INT         NOT NULL DEFAULT 0,
  newly_registered       INT         NOT NULL DEFAULT 0,
  needs_female_cadre     INT         NOT NULL DEFAULT 0,
  needs_dedicated_family INT         NOT NULL DEFAULT 0,
  not_arranged           INT         NOT NULL DEFAULT 0,
  KEY ix_coverage_change_village (village_code, on_day) COMMENT 'for SumMapper.on: what is not folded yet'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '覆盖的变动,等着并入上级的数';

CREATE TABLE coverage_sum (
  parent_code            VARCHAR(6)  NOT NULL,
  period                 INT         NOT NULL COMMENT 'a year, month or day: 2026, 202611, 20261126',
  division_code          VARCHAR(9)  NOT NULL,
  category               VARCHAR(12) NOT NULL,
  eligible               INT         NOT NULL,
  by_family              INT         NOT NULL,
  by_area_duty           INT         NOT NULL,
  girls                  INT         NOT NULL,
  girls_without          INT         NOT NULL,
  turning_eight          INT         NOT NULL,
  helper_left            INT         NOT NULL,
  newly_registered       INT         NOT NULL,
  needs_female_cadre     INT         NOT NULL,
  needs_dedicated_family INT         NOT NULL,
  not_arranged           INT         NOT NULL,
  PRIMARY KEY (parent_code, period, division_code, category) COMMENT 'for SumMapper.on: three runs of periods'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '乡镇以上的覆盖:每年、每月、每日变了多少';

INSERT INTO coverage_cell (village_code, starts_on, ends_on, category, eligible, by_family, by_area_duty, girls,
                           girls_without, turning_eight, reason_counts)
SELECT d.village_code, d.on_day,
       COALESCE(LEAD(d.on_day) OVER (PARTITION BY d.village_code ORDER BY d.on_day), '9999-12-31'),
       '#', SUM(d.arrived) OVER (PARTITION BY d.village_code ORDER BY d.on_day), 0, 0, 0, 0, 0, '{}'
FROM (SELECT village_code, on_day, SUM(arrived) AS arrived
      FROM (SELECT village_code, registered_on AS on_day, 1 AS arrived FROM child
            UNION ALL
            SELECT village_code, left_on, -1 FROM child WHERE left_on IS NOT NULL) e
      GROUP BY village_code, on_day) d;

DELETE FROM coverage_cell WHERE category = '#' AND eligible = 0;

INSERT INTO coverage_change (village_code, on_day, category, eligible, by_family, by_area_duty, girls, girls_without,
                             turning_eight, helper_left, newly_registered, needs_female_cadre, needs_dedicated_family,
                             not_arranged)
SELECT village_code, on_day, category, SUM(way * eligible), SUM(way * by_family), SUM(way * by_area_duty),
       SUM(way * girls), SUM(way * girls_without), SUM(way * turning_eight),
       SUM(way * COALESCE(JSON_VALUE(reason_counts, '$.HELPER_LEFT'), 0)),
       SUM(way * COALESCE(JSON_VALUE(reason_counts, '$.NEW'), 0)),
       SUM(way * COALESCE(JSON_VALUE(reason_counts, '$.NEEDS_FEMALE_CADRE'), 0)),
       SUM(way * COALESCE(JSON_VALUE(reason_counts, '$.NEEDS_DEDICATED_FAMILY'), 0)),
       SUM(way * COALESCE(JSON_VALUE(reason_counts, '$.NOT_ARRANGED'), 0))
FROM (SELECT c.*, starts_on AS on_day, 1 AS way FROM coverage_cell c
      UNION ALL
      SELECT c.*, ends_on, -1 FROM coverage_cell c WHERE ends_on < '9999-12-31') s
GROUP BY village_code, on_day, category;
