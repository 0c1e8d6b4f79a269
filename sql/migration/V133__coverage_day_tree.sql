-- A day of any year is in at most sixteen sums now, instead of years, months and days that it takes some forty of; and a place
-- has its own sums by category, so that nobody adds up its parts for them. All changes are queued to be folded once more.
DROP TABLE coverage_sum;

CREATE TABLE coverage_sum (
  division_code          VARCHAR(9)  NOT NULL COMMENT 'the country has the empty one',
  node                   INT         NOT NULL COMMENT 'of DayTree: a run of days',
  category               VARCHAR(12) NOT NULL,
  parent_code            VARCHAR(6)  NULL,
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
  PRIMARY KEY (division_code, node, category) COMMENT 'for SumMapper.whole and gapSteps: what a place adds up to',
  KEY ix_coverage_sum_parent (parent_code, node, category) COMMENT 'for SumMapper.whole and on: the parts of a place'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '乡镇以上的覆盖:每一段日子变了多少';

DELETE FROM coverage_change;

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
