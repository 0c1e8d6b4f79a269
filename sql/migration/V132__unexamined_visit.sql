CREATE TABLE unexamined_visit (
  visit_id BIGINT      NOT NULL PRIMARY KEY,
  due_at   DATETIME(3) NULL COMMENT 'not before, after looking at it has failed'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '还没看有没有疑问的走访';

-- What was published and not yet listened to is a note now, so that no visit is left out.
INSERT INTO unexamined_visit (visit_id)
  SELECT DISTINCT CAST(JSON_EXTRACT(SERIALIZED_EVENT, '$.visit') AS UNSIGNED) FROM EVENT_PUBLICATION
  WHERE EVENT_TYPE = 'org.tongxing.visit.VisitRecorded' AND COMPLETION_DATE IS NULL
    AND SERIALIZED_EVENT LIKE '%"met":true%';
DELETE FROM EVENT_PUBLICATION WHERE EVENT_TYPE = 'org.tongxing.visit.VisitRecorded';
