-- Where a parent works, as exactly as it is known: a division code, so that "another county" can be judged.
ALTER TABLE child_fact ADD COLUMN place_code VARCHAR(12) NULL AFTER content;
ALTER TABLE child_fact ADD COLUMN superseded_by BIGINT NULL COMMENT 'the account that corrected it' AFTER superseded_at;

CREATE TABLE case_facet (
  id             BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  child_id       BIGINT        NOT NULL,
  facet          VARCHAR(32)   NOT NULL,
  content_sealed VARCHAR(4000) NOT NULL,
  recorded_by    BIGINT        NULL,
  recorded_at    DATETIME(3)   NOT NULL,
  KEY ix_case_facet_child (child_id, facet, id) COMMENT 'for Facets.of: the latest and the history of each facet'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '一人一档的各栏,每次改动都留着';
