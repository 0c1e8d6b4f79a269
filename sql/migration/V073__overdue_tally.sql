-- How much is overdue in each village, for places too large to be reckoned while somebody waits. Thrown away and counted
-- again every night, and when something was done in a village.
CREATE TABLE overdue_tally (
  village_code VARCHAR(12) NOT NULL,
  actor        VARCHAR(24) NOT NULL COMMENT 'who owes it',
  children     INT         NOT NULL COMMENT 'children about whom something is overdue',
  owing        INT         NOT NULL COMMENT 'how many families, directors or pairs of parents owe it',
  oldest_on    DATE        NOT NULL,
  counted_at   DATETIME(3) NOT NULL,
  PRIMARY KEY (village_code, actor) COMMENT 'sums by code prefix'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '每村该做没做的';
