-- Divisions changed by hand keep what they were: names by day, and what was merged into what.
ALTER TABLE division
  ADD COLUMN hand_changed BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'renamed, ended or merged by hand: the national data leaves it alone',
  ADD COLUMN moved_on     DATE    NULL COMMENT 'when the people of a merged division were carried over',
  ADD KEY ix_division_successor (moved_on, successor_code, ends_on) COMMENT 'for DivisionCalendar: mergers whose day has come';

CREATE TABLE division_name (
  code        VARCHAR(12) NOT NULL,
  starts_on   DATE        NOT NULL,
  name        VARCHAR(60) NOT NULL,
  recorded_by BIGINT      NULL,
  PRIMARY KEY (code, starts_on) COMMENT 'for DivisionChanges.names',
  KEY ix_division_name_start (starts_on) COMMENT 'for DivisionCalendar: names whose day has come'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '区划曾用名,只记改过名的';
