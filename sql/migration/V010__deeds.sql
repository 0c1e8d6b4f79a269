CREATE TABLE photo (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  object_key   VARCHAR(120) NOT NULL,
  media_type   VARCHAR(40)  NOT NULL,
  width        INT          NOT NULL,
  height       INT          NOT NULL,
  bytes        INT          NOT NULL,
  digest       CHAR(64)     NOT NULL,
  uploaded_by  BIGINT       NOT NULL COMMENT 'phone account',
  uploaded_at  DATETIME(3)  NOT NULL,
  UNIQUE KEY uk_photo_object (object_key) COMMENT 'a file belongs to one photo',
  KEY ix_photo_owner (uploaded_by, id)    COMMENT 'for Photos.ownedBy'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '照片';

CREATE TABLE visit (
  id              BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  family_id       BIGINT        NOT NULL,
  recorded_by     BIGINT        NOT NULL COMMENT 'phone account',
  visited_on      DATE          NOT NULL,
  met             VARCHAR(120)  NOT NULL,
  topics          VARCHAR(200)  NOT NULL,
  child_condition VARCHAR(16)   NOT NULL,
  note            VARCHAR(2000) NULL,
  difficulty      VARCHAR(1000) NULL,
  idempotency_key CHAR(36)      NOT NULL,
  recorded_at     DATETIME(3)   NOT NULL,
  UNIQUE KEY uk_visit_idempotency (recorded_by, idempotency_key) COMMENT 'a visit sent twice is one visit',
  KEY ix_visit_family (family_id, visited_on)                    COMMENT 'for the year of a family'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '走访';

CREATE TABLE visit_child (
  visit_id BIGINT NOT NULL,
  child_id BIGINT NOT NULL,
  PRIMARY KEY (visit_id, child_id),
  KEY ix_visit_child (child_id, visit_id) COMMENT 'for visits of a child'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE visit_photo (
  visit_id BIGINT NOT NULL,
  photo_id BIGINT NOT NULL,
  PRIMARY KEY (visit_id, photo_id),
  UNIQUE KEY uk_visit_photo (photo_id) COMMENT 'a photo proves one visit'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE contact (
  id              BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  child_id        BIGINT      NOT NULL,
  adult_id        BIGINT      NOT NULL,
  recorded_by     BIGINT      NOT NULL COMMENT 'phone account',
  kind            VARCHAR(16) NOT NULL,
  length          VARCHAR(16) NOT NULL,
  contacted_at    DATETIME(3) NOT NULL,
  idempotency_key CHAR(36)    NOT NULL,
  recorded_at     DATETIME(3) NOT NULL,
  undone_at       DATETIME(3) NULL,
  UNIQUE KEY uk_contact_idempotency (recorded_by, idempotency_key) COMMENT 'a call sent twice is one call',
  KEY ix_contact_child (child_id, contacted_at)                    COMMENT 'for the rhythm of weeks'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '父母联系';

CREATE TABLE wish (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  child_id      BIGINT       NOT NULL,
  township_code VARCHAR(12)  NOT NULL,
  alias         VARCHAR(20)  NOT NULL,
  age_band      VARCHAR(20)  NOT NULL,
  what          VARCHAR(100) NOT NULL,
  why           VARCHAR(300) NOT NULL,
  value_cap     INT          NULL COMMENT 'CNY',
  state         VARCHAR(16)  NOT NULL COMMENT 'PROPOSED, OPEN, CLAIMED, FULFILLED, CLOSED',
  proposed_by   BIGINT       NOT NULL COMMENT 'account',
  proposed_at   DATETIME(3)  NOT NULL,
  published_by  BIGINT       NULL COMMENT 'another account',
  published_at  DATETIME(3)  NULL,
  claimed_by    BIGINT       NULL COMMENT 'phone account',
  claimed_at    DATETIME(3)  NULL,
  deliver_by    DATE         NULL,
  open_child_id BIGINT GENERATED ALWAYS AS (IF(state IN ('PROPOSED', 'OPEN', 'CLAIMED'), child_id, NULL)) VIRTUAL,
  UNIQUE KEY uk_wish_open_child (open_child_id) COMMENT 'at most one open wish per child',
  KEY ix_wish_wall (state, township_code, id)   COMMENT 'for the wall',
  KEY ix_wish_claimer (claimed_by, state)       COMMENT 'for my claims'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '微心愿';
