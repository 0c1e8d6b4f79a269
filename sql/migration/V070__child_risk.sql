-- Who put a child into which risk tier, and what that and the facts make of every day [GD-15, GD-24].
CREATE TABLE risk_decision (
  id            BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  child_id      BIGINT        NOT NULL,
  tier          VARCHAR(12)   NOT NULL COMMENT 'HIGH, MEDIUM_HIGH, MEDIUM_LOW, LOW',
  previous      VARCHAR(12)   NULL,
  reason_sealed VARCHAR(1400) NULL,
  by_team       BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'assessed by people the township called together [GD-26]',
  decided_by    BIGINT        NULL COMMENT 'NULL: an alarm did',
  decided_at    DATETIME(3)   NOT NULL,
  KEY ix_risk_decision_child (child_id, id) COMMENT 'for deriving the tiers of a child, and its history',
  CONSTRAINT ck_risk_decision_reason CHECK (reason_sealed IS NOT NULL OR previous IS NULL
    OR FIELD(tier, 'HIGH', 'MEDIUM_HIGH', 'MEDIUM_LOW', 'LOW')
       <= FIELD(previous, 'HIGH', 'MEDIUM_HIGH', 'MEDIUM_LOW', 'LOW'))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '谁把风险等级定成什么; 往低里定必有理由';

CREATE TABLE child_tier (
  child_id  BIGINT      NOT NULL,
  tier      VARCHAR(12) NOT NULL,
  basis     VARCHAR(12) NOT NULL COMMENT 'a clause, or 人工',
  why       VARCHAR(30) NOT NULL,
  starts_on DATE        NOT NULL,
  ends_on   DATE        NOT NULL COMMENT 'exclusive',
  PRIMARY KEY (child_id, starts_on),
  KEY ix_child_tier_day (tier, starts_on, ends_on) COMMENT 'for RiskTiers.graded',
  CONSTRAINT ck_child_tier CHECK (ends_on > starts_on)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '推出来的风险等级, 按天';

CREATE TABLE risk_entry (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  child_id   BIGINT      NOT NULL,
  tier       VARCHAR(12) NOT NULL,
  entered_by BIGINT      NOT NULL,
  entered_at DATETIME(3) NOT NULL,
  KEY ix_risk_entry_child (child_id, id) COMMENT 'for the latest entry of a child'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '等级已录入儿童福利信息系统 [GD-25]';
