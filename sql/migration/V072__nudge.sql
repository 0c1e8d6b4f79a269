-- Who was nudged, when, by whom; sent a minute later unless it was taken back.
CREATE TABLE nudge (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  batch          CHAR(36)     NOT NULL COMMENT 'one press of the button',
  actor          VARCHAR(24)  NOT NULL COMMENT 'CADRE_FAMILY, CHILD_DIRECTOR, PARENT',
  actor_id       VARCHAR(20)  NOT NULL COMMENT 'a family, a village, the child of the parents',
  division_code  VARCHAR(12)  NOT NULL COMMENT 'the smallest place that holds the children it is about',
  unit_id        BIGINT       NULL COMMENT 'of a family',
  children       INT          NOT NULL,
  overdue        INT          NOT NULL COMMENT 'how many things',
  oldest_on      DATE         NOT NULL,
  state          VARCHAR(12)  NOT NULL COMMENT 'WAITING, HANDED_OVER, SENT, FAILED, UNDONE',
  nudged_by      BIGINT       NOT NULL,
  nudged_by_name VARCHAR(50)  NOT NULL,
  nudged_at      DATETIME(3)  NOT NULL,
  nudged_on      DATE         NOT NULL,
  send_after     DATETIME(3)  NOT NULL,
  settled_at     DATETIME(3)  NULL,
  why            VARCHAR(200) NULL COMMENT 'why it could not be sent',
  live_key       VARCHAR(60) GENERATED ALWAYS AS
    (IF(state <> 'UNDONE', CONCAT(actor, ':', actor_id, ':', nudged_on), NULL)) VIRTUAL,
  UNIQUE KEY uk_nudge_day (live_key)                  COMMENT 'nobody is nudged twice a day, whoever presses',
  KEY ix_nudge_batch (batch)                          COMMENT 'for undoing one press',
  KEY ix_nudge_waiting (state, send_after)            COMMENT 'for NudgeSender',
  KEY ix_nudge_actor (actor, actor_id, id)            COMMENT 'for the latest nudge of everybody in a list',
  KEY ix_nudge_division (division_code, nudged_at)    COMMENT 'for the history of a place'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '提醒';
