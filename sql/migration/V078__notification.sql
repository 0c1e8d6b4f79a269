CREATE TABLE notification (
  id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  occasion         VARCHAR(24)  NOT NULL,
  occasion_key     VARCHAR(120) NOT NULL,
  subject_id       BIGINT       NULL COMMENT 'the tie, nudge or wish it is about',
  phone_account_id BIGINT       NOT NULL,
  membership_id    BIGINT       NULL COMMENT 'the tie by which it is sent; looked at again before sending',
  division_code    VARCHAR(12)  NOT NULL COMMENT 'where somebody hears of it when it does not arrive',
  fields           VARCHAR(400) NULL COMMENT 'what it said when it was sent, JSON; never a name, category or tier',
  state            VARCHAR(16)  NOT NULL
    COMMENT 'WAITING, SENDING, SENT, UNKNOWN, FAILED, NO_CONSENT, NO_WECHAT, DROPPED',
  detail           VARCHAR(40)  NULL COMMENT 'WeChat''s error code, or why it was dropped',
  due_at           DATETIME(3)  NOT NULL,
  attempts         INT          NOT NULL DEFAULT 0,
  created_at       DATETIME(3)  NOT NULL,
  claimed_at       DATETIME(3)  NULL,
  finished_at      DATETIME(3)  NULL,
  settled_as       VARCHAR(16)  NULL COMMENT 'REACHED, NOT_REACHED, NOT_NEEDED: what the supervisor did about it',
  settled_by       BIGINT       NULL,
  settled_at       DATETIME(3)  NULL,
  UNIQUE KEY uk_notification_occasion (occasion_key)                COMMENT 'one message per occasion and person',
  KEY ix_notification_due (state, due_at)                           COMMENT 'for Dispatcher.claim and for what was left half-sent',
  KEY ix_notification_subject (occasion, subject_id, state)         COMMENT 'for whether anybody was reached about it',
  KEY ix_notification_unsettled (division_code, settled_at, state)  COMMENT 'for what did not arrive, place by place',
  KEY ix_notification_person (phone_account_id, settled_at)         COMMENT 'for settling all of one person'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '提醒,一件事一条';

ALTER TABLE wish
  ADD KEY ix_wish_promise (state, deliver_by) COMMENT 'for Wishes.promisedFor';
