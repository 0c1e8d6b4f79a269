-- What a visit consists of, what follows from it, and what could not be recorded as it was sent. What was written about a
-- child is sealed from now on; the plain columns go, which no released version has filled.
ALTER TABLE visit
  MODIFY COLUMN family_id BIGINT NULL COMMENT 'NULL: a director or supervisor went',
  ADD COLUMN actor           VARCHAR(24) NOT NULL DEFAULT 'CADRE_FAMILY' COMMENT 'as what the visitors went' AFTER family_id,
  ADD COLUMN actor_name      VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'the cadre or director, as on the day' AFTER actor,
  ADD COLUMN outcome         VARCHAR(16) NOT NULL DEFAULT 'MET' COMMENT 'MET, TRIED',
  ADD COLUMN missed_reason   VARCHAR(24) NULL,
  ADD COLUMN missed_sealed   TEXT        NULL,
  ADD COLUMN went            VARCHAR(120) NOT NULL DEFAULT '',
  ADD COLUMN guardian_topics VARCHAR(200) NOT NULL DEFAULT '',
  MODIFY COLUMN child_condition VARCHAR(16) NULL,
  ADD COLUMN note_sealed     TEXT        NULL,
  ADD COLUMN note_print      BIGINT      NULL COMMENT 'keyed similarity print of the note; tells nothing but likeness',
  ADD COLUMN neglect_by      VARCHAR(16) NULL COMMENT 'PARENTS, CAREGIVER [JB-50]',
  ADD COLUMN neglect_sealed  TEXT        NULL,
  ADD COLUMN place_sealed    VARCHAR(300) NULL COMMENT 'where the phone was, if somebody agreed to say so',
  ADD COLUMN placed_at       DATETIME(3) NULL,
  ADD COLUMN begun_at        DATETIME(3) NULL,
  ADD COLUMN saved_at        DATETIME(3) NULL COMMENT 'by the phone''s clock',
  ADD COLUMN content_digest  CHAR(64)    NOT NULL DEFAULT '' COMMENT 'SM3 of the content: the same key with other content is noticed',
  DROP COLUMN note,
  DROP COLUMN difficulty,
  ADD KEY ix_visit_recorder (recorded_by, saved_at) COMMENT 'for evidence signals: other visits of the same person',
  ADD CONSTRAINT ck_visit_outcome CHECK (outcome = 'MET' OR missed_reason IS NOT NULL),
  ADD CONSTRAINT ck_visit_actor CHECK ((actor = 'CADRE_FAMILY') = (family_id IS NOT NULL));

ALTER TABLE visit_child
  ADD COLUMN child_condition VARCHAR(16) NULL COMMENT 'where it differs from child to child';

ALTER TABLE case_facet
  ADD COLUMN visit_id BIGINT NULL COMMENT 'the visit during which it was written';

CREATE TABLE visit_safety (
  visit_id     BIGINT      NOT NULL,
  item         VARCHAR(24) NOT NULL,
  finding      VARCHAR(16) NOT NULL COMMENT 'FINE, REMOVED, REPORTED',
  words_sealed TEXT        NULL,
  PRIMARY KEY (visit_id, item)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '居家安全检查';

CREATE TABLE visit_promise (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  visit_id      BIGINT      NOT NULL,
  words_sealed  TEXT        NOT NULL,
  due_on        DATE        NULL,
  kept_on       DATE        NULL,
  kept_visit_id BIGINT      NULL COMMENT 'the visit during which it was kept; NULL: between visits',
  kept_by       BIGINT      NULL COMMENT 'phone account',
  KEY ix_visit_promise (visit_id) COMMENT 'for promises of a child, through its visits'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '答应过的事';

CREATE TABLE difficulty (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  visit_id        BIGINT       NULL,
  kind            VARCHAR(24)  NULL COMMENT 'JB-45; NULL until somebody has classified it [JB-44]',
  words_sealed    TEXT         NOT NULL,
  found_on        DATE         NOT NULL,
  service         VARCHAR(32)  NULL COMMENT 'JB-46',
  plan_sealed     TEXT         NULL,
  who             VARCHAR(60)  NULL,
  until_on        DATE         NULL,
  solved_on       DATE         NULL,
  effect_sealed   TEXT         NULL,
  opened_by_phone BIGINT       NULL,
  opened_by       BIGINT       NULL,
  opened_by_name  VARCHAR(80)  NOT NULL,
  opened_at       DATETIME(3)  NOT NULL,
  version         INT          NOT NULL DEFAULT 0,
  KEY ix_difficulty_open (solved_on, until_on) COMMENT 'for Difficulties.list',
  CONSTRAINT ck_difficulty_solved CHECK ((solved_on IS NULL) = (effect_sealed IS NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '困难,跟到解决为止';

CREATE TABLE difficulty_child (
  difficulty_id BIGINT NOT NULL,
  child_id      BIGINT NOT NULL,
  PRIMARY KEY (difficulty_id, child_id),
  KEY ix_difficulty_child (child_id, difficulty_id) COMMENT 'for difficulties of a child'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE difficulty_step (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  difficulty_id BIGINT      NOT NULL,
  did_on        DATE        NOT NULL,
  words_sealed  TEXT        NOT NULL,
  by_name       VARCHAR(80) NOT NULL,
  by_phone      BIGINT      NULL,
  by_account    BIGINT      NULL,
  at            DATETIME(3) NOT NULL,
  KEY ix_difficulty_step (difficulty_id, id) COMMENT 'for the steps of a difficulty'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '为困难做过的事';

CREATE TABLE visit_remark (
  id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  visit_id     BIGINT      NOT NULL,
  kind         VARCHAR(16) NOT NULL COMMENT 'COMMENT, QUESTION, ANSWER, THANKS',
  words_sealed TEXT        NULL,
  by_name      VARCHAR(80) NOT NULL,
  by_phone     BIGINT      NULL,
  by_account   BIGINT      NULL,
  at           DATETIME(3) NOT NULL,
  KEY ix_visit_remark (visit_id, id) COMMENT 'for the thread of a visit'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '走访后的话';

CREATE TABLE visit_confirmation (
  visit_id         BIGINT      NOT NULL,
  adult_id         BIGINT      NOT NULL,
  phone_account_id BIGINT      NOT NULL,
  as_told          BOOLEAN     NOT NULL,
  at               DATETIME(3) NOT NULL,
  PRIMARY KEY (visit_id, adult_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '家里人说来没来';

CREATE TABLE visit_release (
  id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  visit_id     BIGINT      NOT NULL,
  child_id     BIGINT      NOT NULL,
  audience     VARCHAR(16) NOT NULL COMMENT 'FAMILY: families after this one; PARENT',
  words_sealed TEXT        NULL,
  with_photos  BOOLEAN     NOT NULL,
  released_by  BIGINT      NOT NULL,
  released_at  DATETIME(3) NOT NULL,
  withdrawn_at DATETIME(3) NULL,
  live_key VARCHAR(60) GENERATED ALWAYS AS
    (IF(withdrawn_at IS NULL, CONCAT(visit_id, ':', child_id, ':', audience), NULL)) VIRTUAL,
  UNIQUE KEY uk_visit_release (live_key)                 COMMENT 'released once to an audience',
  KEY ix_visit_release_child (child_id, audience)        COMMENT 'for what a parent or new family may read'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '放给别人看的走访';

CREATE TABLE visit_set_aside (
  id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  phone_account_id BIGINT       NOT NULL,
  idempotency_key  CHAR(36)     NOT NULL,
  content_digest   CHAR(64)     NOT NULL,
  cause            VARCHAR(32)  NOT NULL,
  content_sealed   MEDIUMTEXT   NOT NULL,
  visited_on       DATE         NOT NULL,
  actor            VARCHAR(24)  NOT NULL,
  family_id        BIGINT       NULL,
  by_name          VARCHAR(80)  NOT NULL,
  division_code    VARCHAR(12)  NOT NULL COMMENT 'the village of the first child',
  visit_id         BIGINT       NULL COMMENT 'the visit with the same key, or what became of this one',
  state            VARCHAR(16)  NOT NULL COMMENT 'WAITING, RECORDED, DISMISSED',
  decision         VARCHAR(300) NULL,
  decided_by       BIGINT       NULL,
  decided_at       DATETIME(3)  NULL,
  received_at      DATETIME(3)  NOT NULL,
  UNIQUE KEY uk_visit_set_aside (phone_account_id, idempotency_key, content_digest) COMMENT 'the same content waits once',
  KEY ix_visit_set_aside_division (state, division_code) COMMENT 'for the inbox of supervisors'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '另存着的走访,等人看';

CREATE TABLE visit_set_aside_child (
  set_aside_id BIGINT NOT NULL,
  child_id     BIGINT NOT NULL,
  PRIMARY KEY (set_aside_id, child_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE visit_signal (
  id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  visit_id         BIGINT       NOT NULL,
  kind             VARCHAR(24)  NOT NULL,
  other_visit_id   BIGINT       NOT NULL DEFAULT 0,
  figure           INT          NOT NULL DEFAULT 0 COMMENT 'visits, kilometres, days: what the question mentions',
  found_at         DATETIME(3)  NOT NULL,
  answer_sealed    TEXT         NULL,
  answered_by      BIGINT       NULL,
  answered_by_name VARCHAR(80)  NULL,
  answered_at      DATETIME(3)  NULL,
  UNIQUE KEY uk_visit_signal (visit_id, kind, other_visit_id) COMMENT 'a question is asked once'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '想问一问的地方';

CREATE TABLE phone_draft (
  phone_account_id BIGINT      NOT NULL,
  draft_key        CHAR(36)    NOT NULL,
  kind             VARCHAR(16) NOT NULL,
  content_sealed   MEDIUMTEXT  NOT NULL,
  revision         INT         NOT NULL,
  saved_at         DATETIME(3) NOT NULL,
  PRIMARY KEY (phone_account_id, draft_key),
  KEY ix_phone_draft_saved (saved_at) COMMENT 'for throwing away what nobody came back to'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '手机草稿的第二份';
