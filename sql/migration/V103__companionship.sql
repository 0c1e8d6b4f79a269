-- A volunteer paired with a child, for study help or company: episodes like those of families, beside them, and in a table of
-- their own, so that no figure about covered children can ever count one.
ALTER TABLE volunteer
  ADD COLUMN sex VARCHAR(8) NULL COMMENT 'from the ID number; NULL: registered before it was kept' AFTER id_digest;

CREATE TABLE companionship (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  child_id      BIGINT       NOT NULL,
  volunteer_id  BIGINT       NOT NULL,
  kind          VARCHAR(16)  NOT NULL COMMENT 'STUDY (GD-60), COMPANY',
  status        VARCHAR(16)  NOT NULL COMMENT 'PROPOSED, REFUSED, ACTIVE, ENDED',
  plan          VARCHAR(200) NOT NULL COMMENT 'where and how often, in words the volunteer reads',
  starts_on     DATE         NOT NULL,
  ends_on       DATE         NULL COMMENT 'exclusive',
  end_reason    VARCHAR(24)  NULL,
  proposed_by   BIGINT       NOT NULL COMMENT 'account',
  proposed_at   DATETIME(3)  NOT NULL,
  decided_by    BIGINT       NULL COMMENT 'another account',
  decided_at    DATETIME(3)  NULL,
  decision      VARCHAR(200) NULL COMMENT 'why not',
  ended_by      BIGINT       NULL COMMENT 'account; NULL: by itself',
  ended_at      DATETIME(3)  NULL,
  active_pair   VARCHAR(48) GENERATED ALWAYS AS (IF(status = 'ACTIVE', CONCAT(child_id, ':', kind), NULL)) VIRTUAL,
  proposed_pair VARCHAR(48) GENERATED ALWAYS AS (IF(status = 'PROPOSED', CONCAT(child_id, ':', kind), NULL)) VIRTUAL,
  UNIQUE KEY uk_companionship_active (active_pair)     COMMENT 'at most one active volunteer per child and kind',
  UNIQUE KEY uk_companionship_proposed (proposed_pair) COMMENT 'at most one proposal per child and kind',
  KEY ix_companionship_child (child_id, id)            COMMENT 'for the case file',
  KEY ix_companionship_volunteer (volunteer_id, status) COMMENT 'for my children, the load, and what ends with a volunteer',
  KEY ix_companionship_status (status, id)             COMMENT 'for what waits for another person, and what has to end',
  CONSTRAINT ck_companionship_dates CHECK (ends_on IS NULL OR ends_on >= starts_on),
  CONSTRAINT ck_companionship_two CHECK (status <> 'ACTIVE' OR (decided_by IS NOT NULL AND decided_by <> proposed_by))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '志愿者陪伴';
