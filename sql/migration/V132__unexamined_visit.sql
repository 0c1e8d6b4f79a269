CREATE TABLE unexamined_visit (
  visit_id BIGINT      NOT NULL PRIMARY KEY,
  due_at   DATETIME(3) NULL COMMENT 'not before, after looking at it has failed'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '还没看有没有疑问的走访';
