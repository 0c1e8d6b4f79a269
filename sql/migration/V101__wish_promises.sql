-- A wish goes from hand to hand: every promise is a row of its own, and so is every step.
CREATE TABLE wish_claim (
  id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  wish_id          BIGINT       NOT NULL,
  phone_account_id BIGINT       NOT NULL,
  family_id        BIGINT       NULL COMMENT 'the paired family, when it has promised it itself',
  slot             TINYINT      NOT NULL COMMENT 'which of the promises one person may have open',
  claimed_at       DATETIME(3)  NOT NULL,
  arrange_by       DATE         NOT NULL,
  arranged_at      DATETIME(3)  NULL,
  deliver_by       DATE         NULL,
  way              VARCHAR(16)  NULL COMMENT 'STATION, WITH_FAMILY',
  ended_at         DATETIME(3)  NULL,
  outcome          VARCHAR(16)  NULL COMMENT 'FULFILLED, EXPIRED, GIVEN_BACK, ACCESS_LOST, TAKEN_BACK, CANCELLED',
  reason           VARCHAR(200) NULL,
  live_wish_id BIGINT GENERATED ALWAYS AS (IF(ended_at IS NULL, wish_id, NULL)) VIRTUAL,
  live_claimer BIGINT GENERATED ALWAYS AS (IF(ended_at IS NULL, phone_account_id, NULL)) VIRTUAL,
  UNIQUE KEY uk_wish_claim_live (live_wish_id)       COMMENT 'never two claimers of a wish',
  UNIQUE KEY uk_wish_claim_slot (live_claimer, slot) COMMENT 'never more open promises than there are slots; for my promises',
  KEY ix_wish_claim_wish (wish_id, id)               COMMENT 'for the history of a wish',
  KEY ix_wish_claim_arrange (ended_at, arranged_at, arrange_by) COMMENT 'for what has run out of days to arrange',
  KEY ix_wish_claim_deliver (ended_at, deliver_by)   COMMENT 'for what is promised for a day, and what is late',
  CONSTRAINT ck_wish_claim_end CHECK ((ended_at IS NULL) = (outcome IS NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '认领';

INSERT INTO wish_claim (wish_id, phone_account_id, slot, claimed_at, arrange_by, deliver_by, way, arranged_at, ended_at, outcome)
SELECT w.id, w.claimed_by,
       (SELECT COUNT(*) FROM wish o WHERE o.claimed_by = w.claimed_by AND o.id <= w.id),
       w.claimed_at, DATE(w.claimed_at) + INTERVAL 7 DAY, w.deliver_by, 'STATION', w.claimed_at,
       IF(w.state = 'CLAIMED', NULL, w.claimed_at), IF(w.state = 'CLAIMED', NULL, 'FULFILLED')
FROM wish w WHERE w.claimed_by IS NOT NULL;

ALTER TABLE wish
  DROP INDEX uk_wish_open_child,
  DROP COLUMN open_child_id,
  DROP INDEX ix_wish_claimer;

UPDATE wish SET state = 'ARRANGED' WHERE state = 'CLAIMED';
UPDATE wish SET state = 'CANCELLED' WHERE state = 'CLOSED';

ALTER TABLE wish
  DROP COLUMN claimed_by,
  DROP COLUMN claimed_at,
  DROP COLUMN deliver_by,
  MODIFY COLUMN proposed_by BIGINT NULL COMMENT 'account; NULL when it was written down on a phone',
  MODIFY COLUMN state VARCHAR(16) NOT NULL
    COMMENT 'PROPOSED, RETURNED, OPEN, CLAIMED, ARRANGED, FULFILLED, CANCELLED',
  ADD COLUMN kind           VARCHAR(16)  NOT NULL DEFAULT 'THING' COMMENT 'THING, OUTING, CALL, LESSON, COMPANY' AFTER age_band,
  ADD COLUMN source         VARCHAR(16)  NOT NULL DEFAULT 'OFFICE' COMMENT 'VISIT, DIRECTOR, SCHOOL, OFFICE' AFTER state,
  ADD COLUMN proposed_phone BIGINT       NULL COMMENT 'phone account' AFTER proposed_by,
  ADD COLUMN family_until   DATETIME(3)  NULL COMMENT 'until then only the paired family may promise it',
  ADD COLUMN returned_for   VARCHAR(200) NULL COMMENT 'what the reviewer wants changed',
  ADD COLUMN fulfilled_on   DATE         NULL,
  ADD COLUMN thanks         VARCHAR(300) NULL,
  ADD COLUMN thanks_state   VARCHAR(16)  NULL COMMENT 'WAITING, SHOWN, RETURNED',
  ADD COLUMN thanks_by      BIGINT       NULL COMMENT 'account',
  ADD COLUMN thanks_phone   BIGINT       NULL COMMENT 'phone account',
  ADD COLUMN changed_at     DATETIME(3)  NULL COMMENT 'when it came into this state; NULL: when it was proposed',
  ADD COLUMN version        INT          NOT NULL DEFAULT 0,
  ADD COLUMN open_child_id BIGINT GENERATED ALWAYS AS
    (IF(state IN ('PROPOSED', 'RETURNED', 'OPEN', 'CLAIMED', 'ARRANGED'), child_id, NULL)) VIRTUAL,
  ADD UNIQUE KEY uk_wish_open_child (open_child_id) COMMENT 'at most one open wish per child',
  ADD KEY ix_wish_child (child_id, id)              COMMENT 'for the wishes of a child, and what was granted before';

CREATE TABLE wish_step (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  wish_id       BIGINT       NOT NULL,
  step          VARCHAR(24)  NOT NULL,
  township_code VARCHAR(12)  NOT NULL,
  account_id    BIGINT       NULL,
  phone_account_id BIGINT    NULL COMMENT 'neither: the clock',
  reason        VARCHAR(200) NULL,
  at            DATETIME(3)  NOT NULL,
  KEY ix_wish_step_wish (wish_id, id)            COMMENT 'for the history of a wish',
  KEY ix_wish_step_place (township_code, step, at) COMMENT 'for wishes made, claimed and fulfilled by month'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '心愿的每一步';
