CREATE TABLE stale_village (
  id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  village_code VARCHAR(12) NOT NULL,
  due_at       DATETIME(3) NULL COMMENT 'not before, after counting it has failed',
  KEY ix_stale_village (village_code) COMMENT 'for StaleVillageMapper.take'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '做了事、还没重新数的村';
