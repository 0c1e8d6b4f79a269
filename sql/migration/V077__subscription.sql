-- WeChat does not tell how many messages a person still accepts, so we count.
CREATE TABLE subscribe_credit (
  phone_account_id BIGINT      NOT NULL,
  template_id      VARCHAR(64) NOT NULL,
  credits          INT         NOT NULL,
  changed_at       DATETIME(3) NOT NULL,
  PRIMARY KEY (phone_account_id, template_id),
  CONSTRAINT ck_subscribe_credit CHECK (credits >= 0)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '还能发几条订阅消息';

CREATE TABLE subscribe_answer (
  phone_account_id BIGINT      NOT NULL,
  idempotency_key  CHAR(36)    NOT NULL,
  template_id      VARCHAR(64) NOT NULL,
  result           VARCHAR(16) NOT NULL COMMENT 'ACCEPT, REJECT, BAN, FILTER',
  answered_at      DATETIME(3) NOT NULL,
  PRIMARY KEY (phone_account_id, idempotency_key, template_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '问过愿不愿意收消息,答了什么;同一次只算一次';

CREATE TABLE reminder_choice (
  phone_account_id BIGINT      NOT NULL PRIMARY KEY,
  weekly_on        VARCHAR(12) NOT NULL COMMENT 'MONDAY … SUNDAY',
  muted            BOOLEAN     NOT NULL,
  chosen_at        DATETIME(3) NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '每周哪天提醒,要不要提醒';
