-- What is done about a report after somebody took it up, and how it ended.
ALTER TABLE danger_report
  DROP CONSTRAINT ck_danger_report_accepted;

ALTER TABLE danger_report
  MODIFY COLUMN state VARCHAR(16) NOT NULL COMMENT 'WAITING, ACCEPTED, CLOSED',
  ADD COLUMN outcome_sealed TEXT        NULL COMMENT 'how it ended, in words',
  ADD COLUMN closed_by      BIGINT      NULL,
  ADD COLUMN closed_by_name VARCHAR(80) NULL,
  ADD COLUMN closed_at      DATETIME(3) NULL,
  ADD CONSTRAINT ck_danger_report_accepted CHECK ((state = 'WAITING') = (accepted_at IS NULL)),
  ADD CONSTRAINT ck_danger_report_closed CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL AND outcome_sealed IS NOT NULL));

CREATE TABLE danger_note (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  report_id     BIGINT      NOT NULL,
  words_sealed  TEXT        NOT NULL,
  noted_by      BIGINT      NOT NULL,
  noted_by_name VARCHAR(80) NOT NULL,
  noted_at      DATETIME(3) NOT NULL,
  KEY ix_danger_note_report (report_id, id) COMMENT 'for the reports of a page',
  CONSTRAINT fk_danger_note_report FOREIGN KEY (report_id) REFERENCES danger_report (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '险情办到哪一步';
