-- What a volunteer and a child did together. A table of its own beside visits: no figure about visits or coverage counts it.
CREATE TABLE companion_meeting (
  id               BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  companionship_id BIGINT        NOT NULL,
  met_on           DATE          NOT NULL,
  place            VARCHAR(16)   NOT NULL COMMENT 'STATION, SCHOOL, CHILDREN_HOME, OUTDOORS',
  present          VARCHAR(80)   NOT NULL COMMENT 'which grown-ups were there: GUARDIAN, FAMILY, DIRECTOR, TEACHER, STATION_STAFF',
  did_sealed       TEXT          NOT NULL,
  recorded_phone   BIGINT        NOT NULL COMMENT 'phone account',
  recorded_as      VARCHAR(16)   NOT NULL COMMENT 'VOLUNTEER, CADRE_FAMILY, CHILD_DIRECTOR, CHILD_SUPERVISOR',
  recorded_at      DATETIME(3)   NOT NULL,
  UNIQUE KEY uk_companion_meeting_day (companionship_id, met_on) COMMENT 'one meeting a day; for the meetings of an episode',
  CONSTRAINT ck_companion_meeting_present CHECK (present <> '')
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '陪伴见面';
