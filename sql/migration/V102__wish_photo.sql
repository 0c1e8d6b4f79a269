-- The picture of a hand-over: without faces, with a guardian's consent. Whoever kept the promise sees it only once a second
-- person has let it go and WeChat has found nothing against it.
CREATE TABLE wish_photo (
  wish_id     BIGINT      NOT NULL PRIMARY KEY,
  photo_id    BIGINT      NOT NULL,
  state       VARCHAR(16) NOT NULL COMMENT 'WAITING, CHECKING, SHOWN, UNSURE, REFUSED',
  sent_phone  BIGINT      NOT NULL COMMENT 'phone account',
  sent_at     DATETIME(3) NOT NULL,
  released_by BIGINT      NULL COMMENT 'account of the second person',
  released_at DATETIME(3) NULL,
  verdict     VARCHAR(16) NULL COMMENT 'of WeChat: PASS, REVIEW, RISKY',
  UNIQUE KEY uk_wish_photo (photo_id) COMMENT 'for what WeChat says of a picture',
  KEY ix_wish_photo_state (state)     COMMENT 'for what waits for a second person',
  CONSTRAINT ck_wish_photo_shown CHECK
    (state <> 'SHOWN' OR (released_by IS NOT NULL AND COALESCE(verdict, '') = 'PASS'))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '交接照片';
