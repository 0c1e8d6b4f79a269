CREATE TABLE wechat_media_check (
  trace_id   VARCHAR(64) NOT NULL PRIMARY KEY,
  subject    VARCHAR(64) NULL COMMENT 'NULL while only the verdict has arrived',
  verdict    VARCHAR(16) NULL COMMENT 'PASS, REVIEW, RISKY; the first one counts',
  begun_at   DATETIME(3) NOT NULL,
  decided_at DATETIME(3) NULL,
  KEY ix_wechat_media_check_waiting (verdict, begun_at) COMMENT 'for giving up on what was never answered'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '送微信查的图片';
