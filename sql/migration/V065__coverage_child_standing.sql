-- How each child stands, kept only where it changes: a list on any day is one query, and cells are sums of it.
CREATE TABLE child_standing (
  child_id      BIGINT      NOT NULL,
  starts_on     DATE        NOT NULL,
  ends_on       DATE        NOT NULL COMMENT 'exclusive',
  village_code  VARCHAR(12) NOT NULL,
  covered_by    VARCHAR(16) NOT NULL COMMENT 'FAMILY, AREA_DUTY, NOBODY',
  reason        VARCHAR(32) NULL COMMENT 'why nobody covers the child',
  mark          VARCHAR(32) NOT NULL COMMENT 'the shape of the dot of the child',
  pairing_id    BIGINT      NULL,
  waiting_since DATE        NULL COMMENT 'since when nobody has had the child',
  PRIMARY KEY (child_id, starts_on) COMMENT 'for ChildList.find',
  KEY ix_child_standing_village (village_code, covered_by, starts_on, ends_on) COMMENT 'for ChildList.find, and for clearing a village',
  CONSTRAINT ck_child_standing_days CHECK (ends_on > starts_on),
  CONSTRAINT ck_child_standing_gap CHECK ((covered_by = 'NOBODY') = (reason IS NOT NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '每个孩子从哪天到哪天有没有着落';
